package io.touchstone.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Figures over lines and columns that are nobody's. */
public final class PlantedTables {

  public static final String[] TEMPLATES = {
    "Year  Units  Revenue\n2019  #####  ######\n2020  #####  ######\n2021  #####  ######",
    "####  ####  ####  ####\n####  ####  ####  ####",
    "####\n####\n####\n####",
    "#####\n#####\n#####",
    "1.\t###\t####\n2.\t###\t####\n3.\t###\t####",
    "Berlin\t36#####\t891\nHamburg\t18#####\t755\nMünchen\t14#####\t310",
    "Product      Jan   Feb   Mar\nScrews     ####  ####  ####\nNuts       ####  ####  ####",
    "lap times\n1:##.###\n1:##.###\n1:##.###",
    "ISBN 978-3-16-\n######-#",
    "ISBN-13: 978 3\n16 ###### #",
    "ISSN ####-\n####",
    "EAN 40######\n#####",
    "GTIN\n0#############",
    "order no.\n##########",
    "Order numbers:\n- #########\n- #########\n- #########",
    "invoices ##########,\n########## and\n##########",
    "Bestellnummern\n########\n########",
    "Rechnung Nr.\nRE-2024-#####\nvom 03.04.2024",
    "Tracking: 1Z #@# @## ##\n#### ###@",
    "parcel 0034 0434\n#### #### ####",
    "the batch of 12\n##### pieces",
    "between 10 and\n20 of the #####\nsamples",
    "temp -#.#  -#.#  -#.#\nhum ##.#  ##.#  ##.#",
    "x    y    z\n#.## #.## #.##\n#.## #.## #.##",
    "| id | count |\n| ### | ##### |\n| ### | ##### |",
    "a;b;c\n####;####;####\n####;####;####",
    "12345,67890\n#####,#####\n#####,#####",
    "score 21 : 1#\n1# : 21\n21 : ##",
    "v1.##.#\nv1.##.#\nv2.#.#",
    "Chapter 1 .......... 1#\nChapter 2 .......... 4#\nChapter 3 .......... 8#",
    "1. open the box\n2. take ## screws\n3. close it",
    "Room 1## - 2##\nRoom 3## - 4##",
    "2024-0#-1#\n2024-0#-2#\n2024-0#-1#",
    "from 2019-0#-1# to\n2020-0#-1#",
    "10:3#  11:1#  12:4#\n13:0#  14:2#  15:5#",
    "error at 0x########\nerror at 0x########",
    "commit %%%%%%%\ncommit %%%%%%%\ncommit %%%%%%%",
    "SKU ####-####\n####-####\n####-####",
    "part no.\n###-##-###\n###-##-###",
    "serial\nSN########\nSN########",
    "# # # # # # # # #\n# # # # # # # # #",
    "sudoku 53##7####\n6##195###\n#98####6#",
    "lottery ## ## ## ## ## ##\nextra #",
    "1 2 3 4 5\n6 7 8 9 10\n11 12 13 14 15",
    "Fibonacci 1 1 2 3 5 8 13 21 34 55 89 144 233 377",
    "primes 101 103 107 109\n113 127 131 137",
    "pi 3.14159 26535\n89793 23846",
    "bytes 0000 0010\n4865 6c6c 6f20",
    "Sales: 1 ### ### EUR\nCosts: 1 ### ### EUR",
    "1.###.###,##\n2.###.###,##\n9.###.###,##",
    "total    ###,###.##\nnet      ###,###.##\ntax      ##,###.##",
    "population ## ### ###\narea ### ### km2",
    "bp 12#/8#\nbp 13#/8#\nbp 11#/7#",
    "dose 5 mg\n1-0-1\nfor 1# days",
    "Hb 1#.# | Leuco #.# | Thrombo ###\nCRP #.# | Krea #.##",
    "votes\n### ###\n### ###\n## ###",
    "length  width  height\n####    ####   ####\n####    ####   ####",
    "model @@###\nmodel @@###-##",
    "lot @######\nlot @######",
    "case ####/##\ncase ####/##",
    "§ ###\nAbs. #\nSatz #",
    "DIN 9##\nISO 9###\nEN ####",
    "flight LH ####\ngate @##\nseat ##@",
    "line ###, column ##\nline ###, column ##",
    "weight (kg)\n##.#\n##.#\n##.#",
    "customers: ####\norders: #####\nreturns: ###",
    "The meeting of 12\nMarch 20## was moved to 1#\nApril.",
    "we sold 1##\n2## and 3## pieces",
    "see pages 11#-\n12# of the report",
    "in the years 2016-\n2019 and 2020 -\n2023",
    "a well-\nknown rule of 19##",
    "frequency 1##.####\nMHz",
    "coordinates in the image: ####\n####",
    "grid 32U\n##### #####",
    "Ticket\n#####-####",
    "reference REF####\n####",
    "voucher @@@@-####-@@@@\nvalid until 2027",
    "timestamp 17########\n17########",
    "uuid %%%%%%%%-%%%%-4%%%-\n8%%%-%%%%%%%%%%%%",
    "sha1 %%%%%%%%%%%%%%%%%%%%\n%%%%%%%%%%%%%%%%%%%%",
    "matrix\n[# # #]\n[# # #]",
    "opening hours\n8 - 12\n14 - 18",
    "phone book of 19##, page ###\nand page ###",
    "card game for 2 - 4\nplayers, 52 cards",
    "Article 4##.###.##\n4##.###.##\n4##.###.##",
    "budget 2024  2025  2026\n     ####  ####  ####",
    "| 2019 | 2020 | 2021 | 2022 |\n| #### | #### | #### | #### |"
  };

  private PlantedTables() {}

  /** So many of each template. */
  public static List<String> texts(int each) {
    Random random = new Random(77);
    List<String> texts = new ArrayList<>();
    for (String template : TEMPLATES) {
      for (int i = 0; i < each; i++) {
        texts.add(filled(template, random));
      }
    }
    return texts;
  }

  private static String filled(String template, Random random) {
    StringBuilder filled = new StringBuilder();
    for (char c : template.toCharArray()) {
      filled.append(
          switch (c) {
            case '#' -> {
              // A quantity does not begin with a zero.
              int length = filled.length();
              boolean first = length == 0 || !Character.isDigit(filled.charAt(length - 1));
              yield (char) ('0' + (first ? 1 + random.nextInt(9) : random.nextInt(10)));
            }
            case '@' -> "ABCDEFGHKLMNPRSTVWX".charAt(random.nextInt(19));
            case '%' -> "0123456789abcdef".charAt(random.nextInt(16));
            default -> c;
          });
    }
    return filled.toString();
  }
}
