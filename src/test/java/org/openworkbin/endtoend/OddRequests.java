package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.openworkbin.endtoend.Scraps.UNKNOWN;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Requests of HTTP in parts, each near enough to what is understood to get far. */
final class OddRequests {
  /** A header with the credentials of somebody who holds and sees little. */
  static final String AS_DAN = "Authorization: " + basic("dan:demo") + "\r\n";

  static final String TYPE = "Content-Type: application/json\r\n";

  private OddRequests() {}

  static Arbitrary<String> methods() {
    return Arbitraries.of(
        "GET",
        "GET",
        "GET",
        "GET",
        "POST",
        "POST",
        "POST",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
        "get",
        "X");
  }

  /** Addresses that there are. */
  static Arbitrary<String> urls() {
    return Arbitraries.of(
        "/api/v2/me",
        "/api/v2/me/workbins",
        "/api/v2/workbins?workbinIds=" + Calls.DESKS + "," + Calls.TEAM,
        "/api/v2" + Calls.TEAM_BIN,
        "/api/v2" + Calls.DESKS_BIN,
        "/api/v2" + Calls.MY_BIN,
        "/api/v2/workbins/" + Calls.DESK + "/",
        "/api/v2" + Calls.MY_BIN + "/changes?since=0",
        "/api/v2" + Calls.MY_BIN + "?subresources=*",
        "/api/v2" + Calls.MY_BIN + "/emails?fields=*",
        "/api/v2/workbins/orphaned",
        "/api/v2/users/" + UNKNOWN + "/workbins",
        "/api/v2/" + UNKNOWN + "/workbins/" + Calls.DESK,
        "/api/v2/me/workitems/" + UNKNOWN,
        "/api/v2/workitems/" + UNKNOWN,
        "/api/v2/me/chats/" + UNKNOWN,
        "/api/v2/me/openmedia/any/" + UNKNOWN,
        "/api/v2/diagnostics/version");
  }

  static Arbitrary<String> paths() {
    Arbitrary<String> segment =
        Arbitraries.oneOf(
            Arbitraries.of(
                "me",
                "workbins",
                "users",
                "orphaned",
                "workitems",
                "chats",
                "emails",
                "openmedia",
                "tweets",
                "changes",
                "notifications",
                "diagnostics",
                "version",
                Calls.TEAM,
                Calls.IN_PROGRESS,
                "team-wb",
                UNKNOWN,
                "",
                ".",
                "..",
                "%2e%2e",
                "%2F",
                "%5C",
                "%00",
                "%0a",
                "%",
                "%zz",
                "%c3%28",
                "%F0%9F%98%80",
                ";",
                ";x=y",
                "*",
                "|",
                "{id}",
                "a:b",
                "%25",
                "+",
                "~",
                "'",
                "\"",
                "<b>",
                "^",
                "`",
                "\\",
                "%e2%80%8b",
                "a".repeat(300),
                "%41".repeat(300),
                "é",
                "\u00ff\u00fe"),
            Arbitraries.strings().withCharRange('!', '~').excludeChars('#', '?').ofMaxLength(20));
    return Arbitraries.oneOf(
        segment.list().ofMaxSize(6).map(parts -> "/" + String.join("/", parts)),
        segment.map(id -> "/me/workbins/" + id),
        segment.map(id -> "/workbins/" + id + "/changes"),
        Arbitraries.of("x".repeat(9_000), "/" + "y/".repeat(4_000)));
  }

  static Arbitrary<String> queries() {
    Arbitrary<String> name =
        Arbitraries.of(
            "fields",
            "subresources",
            "limit",
            "offset",
            "since",
            "workbinIds",
            "sortBy",
            "after",
            "medium",
            "priority",
            "userData.A",
            "userData.",
            "owner",
            "agentGroup",
            "placeGroup",
            "_",
            "",
            "x",
            "%66ields",
            "FIELDS",
            "a[]",
            "%",
            "%00");
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "*",
                "0",
                "1",
                "-1",
                "25",
                "10000",
                "10001",
                "9223372036854775807",
                "9223372036854775808",
                "9".repeat(40),
                "1e3",
                "0x10",
                "1.5",
                "NaN",
                "null",
                "true",
                "MyAgentGroup",
                "MyPlaceGroup",
                "chats,emails",
                "-priority,userData.A",
                "--",
                "0.7.ABC",
                "-99999999999.7.A",
                "..",
                "chat",
                "%2A",
                "%",
                "%zz",
                "%00",
                "%ff",
                "%F0%9F%98%80",
                "a%20b",
                "a+b",
                ",",
                ",,,",
                Calls.TEAM,
                Calls.TEAM + "," + Calls.MY_BIN,
                "z,".repeat(150),
                "q".repeat(3_000),
                "=",
                "&&",
                "é"),
            Arbitraries.strings().withCharRange('!', '~').excludeChars('#').ofMaxLength(12));
    return Combinators.combine(name, value)
        .as((key, text) -> key + "=" + text)
        .list()
        .ofMaxSize(4)
        .map(pairs -> pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
  }

  static Arbitrary<List<String>> headers() {
    Arbitrary<String> junk =
        Arbitraries.strings().withCharRange(' ', '~').withChars('\t', '\u00e9').ofMaxLength(40);
    Arbitrary<String> authorization =
        Arbitraries.oneOf(
            Arbitraries.of(
                basic("dan:demo"),
                "Basic",
                "Basic ",
                "Basic =",
                "Basic ====",
                "Basic %%%",
                "Bearer x",
                "basic " + basic("dan:demo").substring(6),
                "Digest a=b",
                "",
                basic(""),
                basic(":"),
                basic("dan"),
                basic("dan:"),
                basic(":demo"),
                basic("d\u0000n:demo"),
                basic("x".repeat(5_000) + ":y")),
            junk);
    Arbitrary<String> header =
        Arbitraries.oneOf(
            authorization.map(value -> "Authorization: " + value),
            Combinators.combine(
                    Arbitraries.of(
                        "Idempotency-Key",
                        "If-None-Match",
                        "If-Match",
                        "Content-Type",
                        "Accept",
                        "Cookie",
                        "Origin",
                        "X-CSRF-TOKEN",
                        "Accept-Encoding",
                        "Range",
                        "Expect",
                        "X-Forwarded-Host",
                        "X-HTTP-Method-Override",
                        "Upgrade",
                        "Content-Encoding",
                        "Sec-WebSocket-Key",
                        "If-Modified-Since",
                        "Accept-Language"),
                    Arbitraries.oneOf(
                        Arbitraries.of(
                            "",
                            "*",
                            "\"",
                            "\"1\"",
                            "W/\"1-2\"",
                            "a".repeat(256),
                            "a b",
                            "\"a\", b",
                            "text/html",
                            "application/json; charset=utf-16",
                            "application/xml",
                            "application/json;;",
                            "multipart/form-data; boundary=x",
                            "gzip",
                            "application/x-www-form-urlencoded",
                            "bytes=0-1",
                            "100-continue",
                            "null",
                            "https://evil.example",
                            "SESSION=x; BAYEUX_BROWSER=\"y\"",
                            "=",
                            ";",
                            "websocket",
                            "h2c"),
                        junk))
                .as((name, value) -> name + ": " + value));
    return header
        .map(line -> line + "\r\n")
        .list()
        .ofMaxSize(5)
        .map(lines -> {
          List<String> all = new ArrayList<>(lines);
          if (lines.stream().noneMatch(line -> line.startsWith("Authorization"))) {
            all.add(AS_DAN);
          }
          if (lines.stream().noneMatch(line -> line.startsWith("Content-Type"))) {
            all.add(TYPE);
          }
          return all;
        });
  }

  static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(ISO_8859_1));
  }
}
