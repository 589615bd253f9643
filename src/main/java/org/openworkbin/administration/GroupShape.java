package org.openworkbin.administration;

import org.openworkbin.directory.AgentGroup;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;

/** How a group looks to somebody. The contract has no page of it; the form is that of the rest. */
final class GroupShape {

  private GroupShape() {}

  static Shape<Group> whole(Viewer viewer, ExternalUrl url) {
    return Shape.of(
        Property.text("id", Group::id),
        Property.text("name", Group::name),
        Property.text("displayName", Group::name),
        Property.text("type", Group::type),
        Property.text("uri", group -> url.uri(path(group.id()))),
        Property.text("path", group -> path(group.id())),
        Property.things("members", UserShape.link(url), (Group group) -> group.members(viewer))
            .where(Group.OfAgents.class::isInstance)
            .asSubresource(),
        Property.things("managers", UserShape.link(url), (Group group) -> group.managers(viewer))
            .where(Group.OfAgents.class::isInstance)
            .asSubresource(),
        Property.things(
                "places",
                PlaceResource.shape(url),
                (Group group) -> group.places(viewer.directory()))
            .where(Group.OfPlaces.class::isInstance)
            .asSubresource());
  }

  /** Which group it is and where there is more about it. */
  static Shape<AgentGroup> link(ExternalUrl url) {
    return Shape.of(
        Property.text("id", group -> group.id().value()),
        Property.text("name", AgentGroup::name),
        Property.text("uri", group -> url.uri(path(group.id().value()))),
        Property.text("path", group -> path(group.id().value())));
  }

  static Listing<Group> listing(Viewer viewer, ExternalUrl url) {
    return new Listing<>("groups", "group", whole(viewer, url), group -> url.uri(path(group.id())));
  }

  private static String path(String id) {
    return "/groups/" + id;
  }
}
