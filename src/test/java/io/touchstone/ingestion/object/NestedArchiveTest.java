package io.touchstone.ingestion.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.Zips;
import io.touchstone.ingestion.item.ArchiveLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** Archives in archives, friendly and hostile ones. */
class NestedArchiveTest {

  @Test
  void files_of_inner_archives_are_numbered_where_they_lie() throws IOException {
    byte[] second = zip(text("c"), text("d"));
    byte[] first = zip(text("b"), second);
    byte[] outer = zip(text("a"), first, text("e"), zip(text("f")));

    assertThat(contents(outer)).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(paths(outer))
        .containsExactly(
            List.of(), List.of(2, 1), List.of(2, 2, 1), List.of(2, 2, 2), List.of(), List.of(4, 1));
  }

  @Test
  void a_file_is_read_alike_whichever_was_read_before() throws IOException {
    byte[] outer = zip(zip(text("a"), zip(text("b")), text("c")), zip(zip(text("d")), text("e")));
    ArchiveLayout layout = NestedArchive.layout(open(outer)).orElseThrow();

    for (int number : new int[] {5, 2, 1, 4, 3, 2, 5}) {
      try (NestedArchive archive = new NestedArchive(open(outer), stored(layout))) {
        assertThat(shown(archive.member(3))).isEqualTo("c");
        assertThat(shown(archive.member(number))).isEqualTo("abcde".substring(number - 1, number));
      }
    }
  }

  @Test
  void an_archive_of_plain_files_has_a_layout_without_inner_ones() throws IOException {
    assertThat(NestedArchive.layout(open(zip(text("a"), text("b"))))).hasValue(ArchiveLayout.FLAT);
  }

  @Test
  void three_archives_deep_is_opened_and_four_is_kept() throws IOException {
    byte[] third = zip(text("deep"));
    assertThat(contents(zip(zip(zip(third))))).containsExactly("deep");
    assertThat(contents(zip(zip(zip(zip(third)))))).containsExactly("TOO_DEEP");
  }

  @Test
  void an_inner_archive_that_is_damaged_or_empty_is_one_object() throws IOException {
    byte[] cut = zip(text("x".repeat(500)));
    byte[] damaged = Arrays.copyOf(cut, cut.length - 30);

    assertThat(contents(zip(damaged, text("a")))).hasSize(2).last().isEqualTo("a");
  }

  @Test
  void a_document_that_is_a_zip_is_one_object() throws IOException {
    byte[] document =
        Zips.of("[Content_Types].xml", text("<Types/>"), "word/document.xml", text("w"));

    assertThat(NestedArchive.layout(open(zip(document)))).hasValue(ArchiveLayout.FLAT);
  }

  @Test
  void more_than_ten_thousand_files_over_all_levels_are_not_opened() throws IOException {
    byte[] thousand = zip(files(1_000));
    byte[] rest = zip(files(999));
    List<byte[]> members = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      members.add(thousand);
    }
    members.add(rest);
    members.add(text("the last one"));
    ArchiveLayout most =
        NestedArchive.layout(open(zip(members.toArray(byte[][]::new)))).orElseThrow();
    assertThat(most.files(members.size())).isEqualTo(10_000);
    members.add(text("one more"));
    assertThat(NestedArchive.layout(open(zip(members.toArray(byte[][]::new))))).isEmpty();
  }

  /**
   * As 42.zip (unknown author, about 2000): sixteen archives in each, and in the innermost a file
   * of zeros. Here three files a level keep it small, and the zeros are 8 MiB.
   */
  @Test
  void a_bomb_of_archives_in_archives_is_kept_file_by_file() throws IOException {
    byte[] level = zip(new byte[8 << 20]);
    for (int i = 0; i < 3; i++) {
      level = zip(level, level, level);
    }

    assertThat(contents(level)).hasSize(27).containsOnly("BOMB");
    assertThat(contents(zip(level))).hasSize(27).containsOnly("TOO_DEEP");
  }

  /** Each inner archive is within the ratio; together they unpack to more than 1 GiB. */
  @Test
  void all_levels_together_unpack_to_one_gibibyte_at_most() throws IOException {
    byte[] noise = new byte[400 << 10];
    new Random(1).nextBytes(noise);
    byte[] file = Arrays.copyOf(noise, 30 << 20);
    byte[] inner = zip(file);
    List<byte[]> members = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      members.add(inner);
    }
    byte[] outer = zip(members.toArray(byte[][]::new));
    ArchiveLayout layout = NestedArchive.layout(open(outer)).orElseThrow();

    try (NestedArchive archive = new NestedArchive(open(outer), layout)) {
      assertThat(archive.member(1)).isInstanceOf(ZipArchive.Member.Content.class);
      assertThat(shown(archive.member(40))).isEqualTo("BOMB");
    }
  }

  /** What an archive that holds itself looks like from the outside: another one at each step. */
  @Test
  void archives_in_archives_without_end_are_kept_as_too_deep() throws IOException {
    byte[] level = text("never reached");
    for (int i = 0; i < 60; i++) {
      level = zip(level);
    }

    assertThat(contents(level)).containsExactly("TOO_DEEP");
  }

  private static ArchiveLayout stored(ArchiveLayout layout) {
    return ArchiveLayout.of(layout.stored());
  }

  private static List<String> contents(byte[] outer) throws IOException {
    ArchiveLayout layout = stored(NestedArchive.layout(open(outer)).orElseThrow());
    List<String> contents = new ArrayList<>();
    try (NestedArchive archive = new NestedArchive(open(outer), layout)) {
      for (int number = 1; number <= layout.files(open(outer).size()); number++) {
        contents.add(shown(archive.member(number)));
      }
    }
    return contents;
  }

  private static List<List<Integer>> paths(byte[] outer) throws IOException {
    ArchiveLayout layout = NestedArchive.layout(open(outer)).orElseThrow();
    List<List<Integer>> paths = new ArrayList<>();
    try (NestedArchive archive = new NestedArchive(open(outer), layout)) {
      for (int number = 1; number <= layout.files(open(outer).size()); number++) {
        paths.add(archive.path(number));
      }
    }
    return paths;
  }

  private static String shown(ZipArchive.Member member) {
    if (member instanceof ZipArchive.Member.Kept kept) {
      return kept.why().reason().name();
    }
    return new String(((ZipArchive.Member.Content) member).bytes(), UTF_8);
  }

  private static ZipArchive open(byte[] zip) {
    Optional<ZipArchive> opened = ZipArchive.open(new SeekableInMemoryByteChannel(zip));
    return opened.orElseThrow();
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[][] files(int count) {
    byte[][] files = new byte[count][];
    for (int i = 0; i < count; i++) {
      files[i] = text("file " + i);
    }
    return files;
  }

  private static byte[] zip(byte[]... members) {
    Object[] all = new Object[2 * members.length];
    for (int i = 0; i < members.length; i++) {
      all[2 * i] = "m" + i;
      all[2 * i + 1] = members[i];
    }
    return Zips.of(all);
  }
}
