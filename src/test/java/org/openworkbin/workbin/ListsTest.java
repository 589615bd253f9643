package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.Replies.assertRefused;
import static org.openworkbin.workbin.Replies.ids;
import static org.openworkbin.workbin.Replies.media;
import static org.openworkbin.workbin.Replies.order;
import static org.openworkbin.workbin.Replies.workbin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Filters, orders and pages. The shelf has six items whose order in the bin is a, b, c, d, e, f.
 */
class ListsTest {
  private static final WorkbinId SHELF = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c11");
  private static final WorkbinId LONG = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c12");
  private static final WorkbinId CLUB = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c13");
  private static final WorkbinId ROW = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c14");
  private static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final Map<String, String> NAMES = new java.util.HashMap<>();

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo =
        DemoServer.start(
            Dialect.SQLITE,
            Map.of(
                "open-workbin.workbins.max-sorted", "40KB",
                "open-workbin.workbins.max-page", "20KB"));
    demo.change(
        DirectoryChange.of(
            new Workbin(SHELF, "shelf-wb", "Shelf", OwnerKind.AGENT),
            new Workbin(LONG, "long-wb", "Long", OwnerKind.AGENT),
            new Workbin(CLUB, "club-wb", "Club", OwnerKind.AGENT_GROUP),
            new Workbin(ROW, "row-wb", "Row", OwnerKind.PLACE_GROUP)));
    park(
        "a", Medium.EMAIL, 9, "11:00:00.000+0200", "zebra", "{\"Lang\":\"de\",\"n\":10,\"T\":[1]}");
    park("b", Medium.CHAT, 5, "10:30:00.000+0000", "", "{\"Lang\":\"de\",\"n\":9}");
    park("c", Medium.EMAIL, 0, "10:00:00.000+0000", "apple, pie", "{\"Lang\":\"fr\",\"n\":9.5}");
    park("d", Medium.TWEET, 0, "12:00:00.000+0000", "", "{\"Lang\":null,\"n\":\"x\",\"ok\":true}");
    park("e", Medium.CHAT, 0, "13:00:00.000+0000", "", "{\"La.ng\":\"de\",\"PegAG?:2>1\":1}");
    park("f", Medium.EMAIL, -1, "14:00:00.000+0000", "apple", "{\"Lang\":\"de\",\"n\":{\"n\":9}}");
    for (int i = 0; i < 60; i++) {
      demo.park(Medium.CHAT, bin(LONG));
    }
    demo.park(Medium.CHAT, new BinId(CLUB, demo.teamBin().owner()));
    demo.park(
        Medium.CHAT,
        new BinId(
            ROW,
            demo.part(Directories.class).now().placeGroupNamed("MyPlaceGroup").orElseThrow().id()));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "medium=email                     | a c f",
        "medium=emails,chat               | a b c e f",
        "priority=0                       | c d e",
        "priority=0&medium=tweet          | d",
        "subject=apple                    | f",
        "subject=apple,zebra              | a f",
        "subject=apple&subject=zebra      | a f",
        "subject=apple, pie               | c f",
        "emailType=Inbound                | a c f",
        "chatType=Inbound                 | b e",
        "interactionType=Inbound          | a c f",
        "from=@pat                        | d",
        "receivedDate=2026-11-22 11:00:00.000+0200 | a",
        "userData.Lang=de                 | a b f",
        "userData.Lang=DE                 | ''",
        "userData.Lang=de,fr&priority=0   | c",
        "userData.n=9                     | b",
        "userData.n=9.5                   | c",
        "userData.n=x                     | d",
        "userData.ok=true                 | d",
        "userData.T=1                     | a",
        "userData.La.ng=de                | e",
        "userData.PegAG?:2>1=1            | e",
        "userData.Nothing=1               | ''",
        "_=17&_nocache=x                  | a b c d e f",
        "subject=                         | a b c d e f",
      })
  void filtersPickWhatHasOneOfTheTextsInEachField(String filter, String names) {
    assertThat(page(encoded(filter) + "&limit=99")).isEqualTo(list(names));
    JsonNode whole = workbin(get("?subresources=*&" + encoded(filter)));
    List<String> found = new ArrayList<>();
    media(whole).forEach(medium -> found.addAll(names(ids(whole.required(medium)))));
    assertThat(found).containsExactlyInAnyOrderElementsOf(list(names));
    assertThat(whole.required("itemCount").intValue()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "priority                  | f c d e b a",
        "-priority                 | a b c d e f",
        "receivedDate              | a c b d e f",
        "-receivedDate             | f e d b c a",
        "placedAt                  | a b c d e f",
        "medium,-placedAt          | e b f c a d",
        "subject                   | f c a b d e",
        "-subject                  | a c f b d e",
        "userData.n                | b c a d e f",
        "-userData.n               | d a c b e f",
        "userData.Lang,userData.n  | b a f c d e",
        "userData.Nothing          | a b c d e f",
      })
  void sortByPutsThemInOrderAndWhatLacksTheFieldLast(String sortBy, String names) {
    List<String> all = list(names);

    assertThat(page("sortBy=" + sortBy)).isEqualTo(all);
    assertThat(page("limit=2&sortBy=" + sortBy)).isEqualTo(all.subList(0, 2));
    assertThat(page("limit=3&offset=2&sortBy=" + sortBy)).isEqualTo(all.subList(2, 5));
    assertThat(page("limit=3&offset=6&sortBy=" + sortBy)).isEmpty();
  }

  @Test
  void filterAndOrderGoTogether() {
    assertThat(page("sortBy=-subject&medium=email")).isEqualTo(list("a c f"));
    assertThat(page("sortBy=-priority&priority=0,9&limit=2&offset=1")).isEqualTo(list("c d"));
    assertThat(page("priority=0&limit=1&offset=1")).isEqualTo(list("d"));
  }

  @Test
  void whatIsSortedComesGroupedInThatOrder() {
    JsonNode workbin = workbin(get("?subresources=*&sortBy=-placedAt"));

    assertThat(names(ids(workbin.required("emails")))).isEqualTo(list("f c a"));
    assertThat(names(ids(workbin.required("chats")))).isEqualTo(list("e b"));
    assertThat(workbin.propertyNames()).doesNotContain("next");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?subresources=*&colour=red",
        "?subresources=*&sortBy=colour",
        "?subresources=*&sortBy=priority,-colour",
        "?subresources=*&userData=x",
        "?subresources=*&userData.=x",
        "?subresources=chat&subject=x",
        "?subresources=*&type=Agent",
        "/chats?emailType=Inbound",
        "/chats?sortBy=subject",
      })
  void aFieldThatDoesNotExistIsRefused(String query) {
    assertRefused(get(query), 400, 10);
  }

  @Test
  void parametersThatSayWhoseItIsAreNoFilters() {
    String path = "/api/v2/me/workbins/" + TEAM + "/chats?fields=*&agentGroup=MyAgentGroup";

    assertThat(demo.client("ada").get(path).json().required("chats")).isNotEmpty();
    assertThat(get("?colour=red").status()).isEqualTo(200);
  }

  @Test
  void pagesFollowEachOtherByTheNextOfEach() {
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      String after = next.map(cursor -> "&after=" + cursor).orElse("");
      JsonNode workbin = workbin(get("?subresources=*&limit=2" + after));
      seen.addAll(names(order(workbin)));
      next = Optional.ofNullable(workbin.get("next")).map(JsonNode::stringValue);
    } while (next.isPresent());

    assertThat(seen).isEqualTo(list("a b c d e f"));
  }

  @Test
  void filteredPagesFollowEachOtherToo() {
    JsonNode first = workbin(get("?subresources=*&limit=1&medium=email"));
    String next = first.required("next").stringValue();
    JsonNode second = workbin(get("?subresources=*&limit=9&medium=email&after=" + next));

    assertThat(names(order(first))).isEqualTo(list("a"));
    assertThat(names(order(second))).isEqualTo(list("c f"));
    assertThat(second.propertyNames()).doesNotContain("next");
  }

  @Test
  void aLargePageEndsEarlyAndItsNextLeadsToTheRest() {
    String path = "/api/v2/me/workbins/" + LONG.value() + "?subresources=*&limit=";
    List<String> all = order(workbin(demo.client("ada").get(path + "100")));
    List<String> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      String after = next.map(cursor -> "&after=" + cursor).orElse("");
      JsonNode workbin = workbin(demo.client("ada").get(path + "10000" + after));
      sizes.add(order(workbin).size());
      seen.addAll(order(workbin));
      next = Optional.ofNullable(workbin.get("next")).map(JsonNode::stringValue);
    } while (next.isPresent());

    assertThat(sizes).hasSizeGreaterThan(2);
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void anItemThatIsTakenBetweenTwoPagesBreaksNothing() {
    BinId bin = bin(LONG);
    String path = "/api/v2/me/workbins/" + bin.workbin().value();
    JsonNode first = workbin(demo.client("ada").get(path + "?subresources=*&limit=5"));
    List<String> all = order(workbin(demo.client("ada").get(path + "?subresources=*&limit=100")));
    String last = order(first).getLast();
    String pull = "{\"operationName\":\"PullInteraction\",\"id\":\"" + last + "\"}";
    assertThat(demo.client("ada").post(path, pull).code()).isZero();

    String next = first.required("next").stringValue();
    JsonNode second =
        workbin(demo.client("ada").get(path + "?subresources=*&limit=5&after=" + next));

    assertThat(order(second)).isEqualTo(all.subList(5, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "after=0.7.ABC, 400, 1",
    "after=0.7.ABC&limit=2&offset=1, 400, 2",
    "after=0.7.ABC&limit=2&sortBy=priority, 400, 2",
    "after=nonsense&limit=2, 400, 10",
    "after=99999999999.7.ABC&limit=2, 400, 10",
    "after=9999999999.7.ABC&limit=2, 400, 10",
    "after=0.7.A%20B&limit=2, 400, 10",
    "after=0.-7.ABC&limit=2, 400, 10",
  })
  void goingOnFromNowhereIsRefused(String query, int status, int code) {
    assertRefused(get("?subresources=*&" + query), status, code);
  }

  @Test
  void moreThanMayBeHeldIsNotSortedUnlessLessIsAskedFor() {
    String path = "/api/v2/me/workbins/" + LONG.value() + "?subresources=*&sortBy=placedAt";

    assertRefused(demo.client("ada").get(path), 400, 10);
    assertThat(order(workbin(demo.client("ada").get(path + "&limit=5")))).hasSize(5);
    assertThat(order(workbin(demo.client("ada").get(path + "&subject=nothing&limit=1")))).isEmpty();
  }

  @Test
  void severalGroupWorkbinsAreReadAtOnce() {
    Reply reply =
        demo.client("sue")
            .get(
                "/api/v2/me/workbins?subresources=chat&agentGroup=MyAgentGroup&limit=1&workbinIds="
                    + TEAM
                    + ","
                    + CLUB.value());

    JsonNode workbins = reply.json().required("workbins");
    assertThat(reply.code()).isZero();
    assertThat(workbins.propertyNames()).containsExactlyInAnyOrder(TEAM, CLUB.value());
    for (JsonNode workbin : workbins) {
      assertThat(media(workbin)).containsExactly("chats");
      assertThat(order(workbin)).hasSize(1);
    }
    assertRefused(
        demo.client("ada")
            .get("/api/v2/workbins?subresources=*&limit=2&after=0.7.ABC&workbinIds=" + TEAM),
        400,
        2);
  }

  @Test
  void severalPlaceGroupWorkbinsAreReadAtOnce() {
    JsonNode workbins =
        listed(
                "/me/workbins?subresources=*&placeGroup=MyPlaceGroup&limit=1&workbinIds="
                    + DESKS
                    + ","
                    + ROW.value())
            .json()
            .required("workbins");

    assertThat(workbins.propertyNames()).containsExactlyInAnyOrder(DESKS, ROW.value());
    for (JsonNode workbin : workbins) {
      assertThat(order(workbin)).hasSize(1);
    }
  }

  @Test
  void listsOfWorkbinsAreFilteredSortedAndPagedByTheirOwnFields() {
    assertThat(workbins("fields=*&type=AgentGroup")).containsExactly("club-wb", "team-wb");
    assertThat(workbins("fields=name&type=AgentGroup,Place&sortBy=-name"))
        .containsExactly("team-wb", "desk-wb", "club-wb");
    assertThat(workbins("fields=*&sortBy=displayName&limit=2&offset=1"))
        .containsExactly("desk-wb", "desks-wb");
    assertThat(workbins("fields=*&name=shelf-wb&type=Agent")).containsExactly("shelf-wb");
    assertThat(workbins("fields=*&name=shelf-wb&type=Place")).isEmpty();
    assertThat(listed("/workbins?type=AgentGroup").json().required("uris")).hasSize(2);
    assertRefused(listed("/workbins?fields=*&colour=red"), 400, 10);
    assertRefused(listed("/workbins?fields=*&sortBy=priority"), 400, 10);
    assertThat(listed("/workbins?fields=*&_=1").status()).isEqualTo(200);
  }

  @Test
  void withContentTheWorkbinsFieldsChooseTheWorkbinsAndTheOthersTheItems() {
    JsonNode workbins =
        listed("/workbins?subresources=*&type=Agent&name=shelf-wb&priority=9,5")
            .json()
            .required("workbins");

    assertThat(workbins).hasSize(1);
    assertThat(names(ids(workbins.get(0).required("emails")))).isEqualTo(list("a"));
    assertThat(names(ids(workbins.get(0).required("chats")))).isEqualTo(list("b"));
    assertRefused(listed("/workbins?subresources=*&colour=red"), 400, 10);
  }

  private static Reply get(String path) {
    return demo.client("ada").get("/api/v2/me/workbins/" + SHELF.value() + path);
  }

  private static Reply listed(String path) {
    return demo.client("ada").get("/api/v2" + path);
  }

  private static List<String> workbins(String query) {
    List<String> names = new ArrayList<>();
    listed("/workbins?" + query)
        .json()
        .required("workbins")
        .forEach(workbin -> names.add(workbin.required("name").stringValue()));
    return names;
  }

  private static List<String> page(String query) {
    return names(order(workbin(get("?subresources=*&" + query))));
  }

  private static List<String> list(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }

  private static List<String> names(List<String> ids) {
    return ids.stream().map(id -> NAMES.getOrDefault(id, id)).toList();
  }

  private static String encoded(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      pairs.add(encode(parts[0]) + "=" + encode(parts[1]));
    }
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static BinId bin(WorkbinId workbin) {
    return new BinId(workbin, demo.user("ada"));
  }

  private static void park(
      String name, Medium medium, int priority, String time, String subject, String userData) {
    String attributes =
        switch (medium) {
          case EMAIL -> "{\"subject\":\"" + subject + "\"}";
          case TWEET -> "{\"from\":\"@pat\"}";
          default -> "{}";
        };
    NAMES.put(
        demo.park(
            medium,
            bin(SHELF),
            new Content("Inbound", "2026-11-22 " + time, priority, attributes, userData)),
        name);
  }
}
