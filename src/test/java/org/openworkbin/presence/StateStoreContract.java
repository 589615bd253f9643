package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.UserId;
import org.openworkbin.presence.StateStore.Kept;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/** What a store of states has to do, whatever database it is. */
abstract class StateStoreContract {
  private static final UserId ADA = new UserId("ada");
  private static final UserId BEN = new UserId("ben");

  private final Dialect dialect;
  private Stores stores;
  private StateStore store;

  StateStoreContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeEach
  void open() {
    stores = Stores.fresh(dialect);
    for (UserId user : Set.of(ADA, BEN)) {
      stores
          .database()
          .write(session ->
              session
                  .client()
                  .sql(
                      """
                      insert into person (id, user_name, first_name, last_name, email_address,
                        enabled, change_password_on_first_login)
                      values (:id, :id, '', '', '', true, false)
                      """)
                  .param("id", user.value())
                  .update());
    }
    store = new JdbcStateStore(stores.database());
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void nothingIsKeptAtFirst() {
    assertThat(store.load()).isEmpty();
  }

  @Test
  void statesAreThereAfterAReopening() {
    List<Kept> everywhere =
        Arrays.stream(Channel.values())
            .map(channel -> new Kept(channel, "Ready", channel == Channel.CHAT))
            .toList();
    store.keep(ADA, everywhere);
    store.keep(BEN, List.of(new Kept(Channel.VOICE, "OutToLunch", true)));

    stores.closeDatabase();
    store = new JdbcStateStore(stores.database());

    assertThat(store.load()).containsOnlyKeys(ADA, BEN);
    assertThat(store.load().get(ADA)).containsExactlyInAnyOrderElementsOf(everywhere);
    assertThat(store.load().get(BEN)).containsExactly(new Kept(Channel.VOICE, "OutToLunch", true));
  }

  @Test
  void whatIsKeptTakesThePlaceOfAllThatWas() {
    store.keep(ADA, List.of(kept(Channel.VOICE, "Ready"), kept(Channel.CHAT, "NotReady")));
    store.keep(BEN, List.of(kept(Channel.EMAIL, "Ready")));

    store.keep(ADA, List.of(kept(Channel.CHAT, "Ready")));

    assertThat(store.load().get(ADA)).containsExactly(kept(Channel.CHAT, "Ready"));
    assertThat(store.load().get(BEN)).containsExactly(kept(Channel.EMAIL, "Ready"));
  }

  @Test
  void nothingToKeepForgetsTheAgent() {
    store.keep(ADA, List.of(kept(Channel.VOICE, "Ready")));

    store.keep(ADA, List.of());

    assertThat(store.load()).isEmpty();
  }

  @Test
  void statesGoWithTheirUser() {
    store.keep(ADA, List.of(kept(Channel.VOICE, "Ready")));

    stores
        .database()
        .write(session -> session.client().sql("delete from person where id = 'ada'").update());

    assertThat(store.load()).isEmpty();
  }

  private static Kept kept(Channel channel, String state) {
    return new Kept(channel, state, false);
  }
}
