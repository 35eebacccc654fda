package io.touchstone.deidentification.recogniser.names;

import io.touchstone.deidentification.recogniser.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese names: a surname and one or two ideographs behind a word that introduces a person, or a
 * surname, alone or with them, before a title. There are no blanks to tell words by.
 */
final class HanNames {

  private static final String SURNAMES =
      "欧阳|司马|上官|诸葛|司徒|[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜"
          + "范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚]";
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:患者|病人|姓名|联系人|名叫|我叫|我是|客户|同事|医生|护士)[:：是为 ]{0,2}+((?:"
              + SURNAMES
              + ")\\p{IsHan}{1,2})(?=先生|女士|小姐|的|在|说|于|因|[^\\p{IsHan}]|$)");
  private static final Pattern TITLED =
      Pattern.compile("((?:" + SURNAMES + ")\\p{IsHan}{0,2}?)(?=先生|女士|小姐|太太|医生|大夫|护士|老师|教授|经理|主任)");

  private HanNames() {}

  static List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    if (text.chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff)) {
      add(INTRODUCED.matcher(text), "a Chinese name behind a word for a person", matches);
      add(TITLED.matcher(text), "a Chinese name before a title", matches);
    }
    return matches;
  }

  private static void add(Matcher matcher, String why, List<Match> matches) {
    while (matcher.find()) {
      matches.add(new Match(matcher.start(1), matcher.end(1), 0.8, why));
    }
  }
}
