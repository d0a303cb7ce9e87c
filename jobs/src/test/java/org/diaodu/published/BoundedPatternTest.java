package org.diaodu.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^gdp$",
        "gdp|retail_sales|income_.*",
        "^(吉首|凤凰|龙山)市?$",
        "-?\\d+(\\.\\d+)?%?",
        "\\d{4}-\\d{2}",
        "(\\d{3},)*\\d+",
        "[^\\]a-z]+x",
        "[]*+]+",
        "(?i)total",
        "(?:ab)+",
        "(?<year>\\d{4})-(?<month>\\d\\d)",
        "\\p{IsHan}+",
        "\\Q(a+)+\\E",
        "；后来补上，改为黄灯$",
        "a.*b.*c",
        "[\\s,;]+"
      })
  void whatAnalystsSearchForIsLetThrough(String pattern) {
    assertThat(BoundedPattern.faultOfRegex(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a*)*b",
        "(a|aa)+$",
        "(a|a)*b",
        "((a+)b?)+c",
        "(a?){40}a{40}",
        "(.*a){20}",
        "([a-z]+)*!",
        "(?:x+x+)+y",
        "(x{1,5}){5,}y",
        "(a+){2}",
        "(?i:(a+)+)",
        "(?<n>a+)+",
        "a?a?a?a?a?a?a?a?aaaaaaaa",
        ".*a.*b.*c.*d.*",
        "a{2,}b{2,}c{2,}d{2,}",
        "(a|b)(a|b)(a|b)(a|b)",
        "(a)\\1",
        "(?<n>a)\\k<n>",
        "(?=a+)b",
        "(?<!a)b",
        "(?>a+)b",
        "a{1000000}",
        "a{x}",
        "[a"
      })
  void whatHasVeryManyWaysIsNot(String pattern) {
    assertThat(BoundedPattern.faultOfRegex(pattern)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%", "%a%b%", "%%%%%%%", "_____", "%a_b%"})
  void aPatternOfLikeHasAFewGaps(String pattern) {
    assertThat(BoundedPattern.faultOfLike(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%a%a%a%a%a%", "a%b%c%d%e%f"})
  void oneWithManyGapsIsRefused(String pattern) {
    assertThat(BoundedPattern.faultOfLike(pattern)).isPresent();
  }
}
