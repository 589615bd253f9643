package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Query;
import org.openworkbin.http.Shape;
import org.openworkbin.presence.AgentState;
import org.openworkbin.presence.Channel;
import org.openworkbin.presence.ChannelState;
import org.openworkbin.presence.Presences;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every device of the contact centre, for administrators ({@code spec/foundations.md} 6.5). Its
 * state is that of its owner on the channel {@code voice}: there is no telephony to ask.
 */
@RestController
final class DeviceListResource {
  private static final Shape<AgentState> STATE =
      Shape.of(
          Property.text("id", AgentState::id),
          Property.text("displayName", AgentState::displayName),
          Property.text("state", AgentState::state),
          Property.optional("workMode", AgentState::workMode));

  private final Viewers viewers;
  private final FeatureGate features;
  private final Presences presences;

  DeviceListResource(Viewers viewers, FeatureGate features, Presences presences) {
    this.viewers = viewers;
    this.features = features;
    this.presences = presences;
  }

  @GetMapping("/api/v2/devices")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = administrator(caller);
    return listing(viewer, url).all(query, viewer.directory().devices());
  }

  @GetMapping("/api/v2/devices/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Viewer viewer = administrator(caller);
    return listing(viewer, url).one(query, viewer.find(ObjectKind.DEVICE, id, Device.class));
  }

  private Viewer administrator(Caller caller) {
    features.requireResource(Feature.PROVISIONING_READ);
    Viewer viewer = viewers.of(caller);
    viewer.requireAdministrator("devices");
    return viewer;
  }

  private Listing<Device> listing(Viewer viewer, ExternalUrl url) {
    Shape<Device> shape =
        Shape.of(
            Property.text("id", device -> device.id().value()),
            Property.<Device>text(
                "deviceState", device -> isActive(device) ? "Active" : "Inactive"),
            Property.thing(
                "userState", STATE, (Device device) -> voice(device).map(ChannelState::state)),
            Property.text("phoneNumber", Device::phoneNumber),
            Property.text("e164Number", Device::phoneNumber),
            Property.text("telephonyNetwork", _ -> "Private"),
            Property.<Device>text("doNotDisturb", device -> isQuiet(device) ? "On" : "Off"),
            Property.thing(
                "user",
                UserShape.link(url),
                (Device device) -> device.owner().flatMap(viewer.directory()::user)),
            Property.text("uri", device -> url.uri(path(device))),
            Property.text("path", DeviceListResource::path));
    return new Listing<>("devices", "device", shape, device -> url.uri(path(device)));
  }

  private boolean isActive(Device device) {
    return voice(device).filter(voice -> !voice.isLoggedOut()).isPresent();
  }

  private boolean isQuiet(Device device) {
    return voice(device).filter(ChannelState::doNotDisturb).isPresent();
  }

  private Optional<ChannelState> voice(Device device) {
    return device.owner().stream()
        .flatMap(owner -> presences.channels(owner).stream())
        .filter(state -> state.channel() == Channel.VOICE)
        .findAny();
  }

  private static String path(Device device) {
    return "/devices/" + device.id().value();
  }
}
