package io.hubtriage.azure.storage;

import io.hubtriage.incident.Member;
import io.hubtriage.incident.Roster;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is in an incident. By far the longest part of a document: some 250 bytes a member. */
final class RosterJson {
  private RosterJson() {}

  static Body write(Roster roster) {
    return writeShort(roster).objects("departed", roster.departed().values(), RosterJson::write);
  }

  /** Without those who left. */
  static Body writeShort(Roster roster) {
    return new Body()
        .objects("listed", roster.listed().values(), RosterJson::write)
        .number("unlisted", roster.unlisted())
        .number("unlistedOffline", roster.unlistedOffline())
        .number("peak", roster.peak());
  }

  static Roster read(Fields fields) {
    return new Roster(
        byDevice(fields.objects("listed", RosterJson::member)),
        fields.count("unlisted"),
        fields.count("unlistedOffline"),
        fields.count("peak"),
        byDevice(fields.objects("departed", RosterJson::member)));
  }

  private static SortedMap<Device, Member> byDevice(Collection<Member> members) {
    SortedMap<Device, Member> map = new TreeMap<>();
    members.forEach(m -> map.put(m.device(), m));
    return map;
  }

  private static Body write(Member member) {
    return ModelJson.write(member.device())
        .object("client", ModelJson.write(member.client()))
        .text("network", member.network())
        .code("impact", member.impact())
        .at("since", member.since())
        .at("lastRow", member.lastRow())
        .number("rows", member.rows())
        .at("joinedAt", member.joinedAt())
        .at("toldAt", member.toldAt())
        .code("heard", member.heard())
        .at("leftAt", member.leftAt());
  }

  private static Member member(Fields fields) {
    return new Member(
        ModelJson.device(fields),
        ModelJson.client(fields.object("client")),
        fields.text("network"),
        fields.code("impact", Impact.class),
        fields.at("since"),
        fields.at("lastRow"),
        fields.count("rows"),
        fields.at("joinedAt"),
        fields.maybeAt("toldAt"),
        fields.code("heard", Severity.class),
        fields.maybeAt("leftAt"));
  }
}
