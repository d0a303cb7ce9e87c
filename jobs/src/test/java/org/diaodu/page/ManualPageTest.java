package org.diaodu.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualPageTest {
  @Test
  void whatStandsInAChapterStandsOnThePage() {
    String page =
        html(
            """
            ## 退出码

            **1** 是失败，见`status`。
            什么都没有发布。

            | 代码 | 意思 |
            |---|---|
            | `a<b` | 小于 |

            - 第一
            - 第二

            <!-- not run: example -->
            ```
            bin/diaodu nightly "a & b"
            ```
            """);

    assertThat(page)
        .contains("<section id=\"operation\">\n<h2>运行</h2>")
        .contains("<h3>退出码</h3>")
        .contains("<p><strong>1</strong> 是失败，见<code>status</code>。什么都没有发布。</p>")
        .contains("<th>代码</th>\n<th>意思</th>")
        .contains("<td><code>a&lt;b</code></td>\n<td>小于</td>")
        .contains("<ul>\n<li>第一</li>\n<li>第二</li>\n</ul>")
        .contains("<pre><code>bin/diaodu nightly &quot;a &amp; b&quot;\n</code></pre>")
        .doesNotContain("not run");
  }

  @Test
  void linksLeadToTheChapterOrOutOfTheManual() {
    assertThat(html("[词](glossary.md) [方法](../method/README.md) [包](../../conf/README.md#a)"))
        .contains("href=\"#glossary\"")
        .contains("href=\"method/README.md\"")
        .contains("href=\"../conf/README.md#a\"");
  }

  @Test
  void aChapterWithoutATitleIsRefused() {
    assertThatThrownBy(() -> ManualPage.html(Map.of("a.md", "没有标题")))
        .hasMessageContaining("a.md has no title");
  }

  private static String html(String text) {
    return ManualPage.html(Map.of("operation.md", "# 运行\n\n" + text));
  }
}
