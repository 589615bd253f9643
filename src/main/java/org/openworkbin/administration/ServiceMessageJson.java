package org.openworkbin.administration;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.MessageText;
import org.openworkbin.http.Shape;

/** The message that services have become active or inactive: all of them, as reads show them. */
final class ServiceMessageJson {

  private ServiceMessageJson() {}

  static String text(List<Service> services, ExternalUrl url) {
    Shape<Service> shape = Service.shape(url);
    return MessageText.of(json -> {
      json.writeStringProperty("messageType", "ServiceStateChangeMessage");
      json.writeStringProperty("notificationType", "StatusChange");
      json.writeArrayPropertyStart("services");
      services.forEach(service -> shape.write(json, service));
      json.writeEndArray();
    });
  }
}
