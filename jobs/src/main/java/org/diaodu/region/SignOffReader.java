package org.diaodu.region;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads who drafts, reviews and signs from {@code documents/sign-off.yaml} of a pack. */
final class SignOffReader {
  /** Name of the file in a pack. */
  static final String FILE = "documents/sign-off.yaml";

  private static final List<String> ROLES = List.of("draft", "review", "sign");

  private SignOffReader() {}

  /** The roles; nobody where the file is empty or not there. */
  static SignOff read(String text, List<PackFault> faults) {
    if (text.isBlank()) {
      return SignOff.NONE;
    }
    YamlFile file = new YamlFile(FILE, text, ROLES, faults);
    SignOff roles = new SignOff(names(file, "draft"), names(file, "review"), names(file, "sign"));
    if (roles.isRequired() && distinct(roles) < ROLES.size()) {
      file.fault("sign", "拟稿、审核、签发的不到三个人，谁也不能审核或签发自己的稿子", "请写上不同的人");
    }
    return roles;
  }

  private static int distinct(SignOff roles) {
    Set<String> people = new LinkedHashSet<>(roles.draft());
    people.addAll(roles.review());
    people.addAll(roles.sign());
    return people.size();
  }

  private static List<String> names(YamlFile file, String role) {
    List<String> names = file.list(role).stream().map(YamlNode::text).toList();
    if (names.isEmpty()) {
      file.fault(role, "%s没有写人".formatted(role), "请写上姓名，如 %s: [张三]".formatted(role));
    }
    return names;
  }
}
