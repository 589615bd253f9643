package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

class QueryTest {

  @Test
  void noQueryHasNoParameters() {
    assertThat(Query.parse(null).names()).isEmpty();
    assertThat(Query.parse("").names()).isEmpty();
    assertThat(Query.parse("&&a&b=").names()).isEmpty();
  }

  @Test
  void valuesAreDecodedAsUtf8() {
    Query query = Query.parse("agentGroup=My+Group%20%C3%A4&x=1=2");

    assertThat(query.optional("agentGroup")).contains("My Group \u00e4");
    assertThat(query.optional("x")).contains("1=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%ff=1", "a=%C3", "a=%C3%28", "a=%ED%A0%80"})
  void whatIsNotWellEncodedIsRefused(String text) {
    assertThat(refusal(() -> Query.parse(text))).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void namesThatBeginWithAnUnderscoreAreNotLookedAt() {
    assertThat(Query.parse("_=17&_dc=1&type=Agent").names()).containsExactly("type");
  }

  @Test
  void aListIsSplitAtCommasAndHasNoEntryTwice() {
    assertThat(Query.parse("workbinIds=b,a,,b, c").list("workbinIds"))
        .containsExactly("b", "a", "c");
    assertThat(Query.parse("workbinIds=a&workbinIds=b").list("workbinIds"))
        .containsExactly("a", "b");
    assertThat(Query.parse("x=1").list("workbinIds")).isEmpty();
  }

  @Test
  void aStarSelectsEverything() {
    Selection all = Query.parse("subresources=*").subresources();

    assertThat(all.has("chat")).isTrue();
    assertThat(all.all()).isTrue();
    assertThat(all.isEmpty()).isFalse();
  }

  @Test
  void aListSelectsItsNames() {
    Selection some = Query.parse("fields=userName,id").fields();

    assertThat(some.has("id")).isTrue();
    assertThat(some.has("lastName")).isFalse();
    assertThat(Query.parse("a=b").fields().isEmpty()).isTrue();
  }

  @Test
  void aLimitIsFromOneToTenThousand() {
    assertThat(Query.parse("limit=1").limit()).hasValue(1);
    assertThat(Query.parse("limit=10000").limit()).hasValue(10_000);
    assertThat(Query.parse("offset=0").limit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=10001", "limit=99999999999999999999"})
  void aLimitOutsideIsOutOfRange(String text) {
    assertThat(refusal(() -> Query.parse(text).limit())).isInstanceOf(Refusal.OutOfRange.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=ten", "limit=1.5", "limit=0x1", "limit=%D9%A1"})
  void aLimitThatIsNoNumberIsInvalid(String text) {
    assertThat(refusal(() -> Query.parse(text).limit())).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void anOffsetIsNeverNegative() {
    assertThat(Query.parse("").offset()).isZero();
    assertThat(Query.parse("offset=9000000000").offset()).isEqualTo(9_000_000_000L);
    assertThat(refusal(() -> Query.parse("offset=-1").offset()))
        .isInstanceOf(Refusal.OutOfRange.class);
  }

  private static Refusal refusal(Runnable refused) {
    RefusedException thrown = catchThrowableOfType(RefusedException.class, refused::run);
    assertThat(thrown).isNotNull();
    return thrown.refusal();
  }
}
