package io.touchstone.deidentification.recogniser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that carry a sentence rather than its matter ("the", "is", "lautet", "per"), in languages
 * of Europe. Between a number and the word for it they do not count.
 */
final class FunctionWords {

  private static final Set<String> WORDS =
      new HashSet<>(
          List.of(
              ("""
              a an the this that these those is are was were be been has have had do does of for to in
              on at by with from as and or but if it its he she we you they i my your his her our their
              me us him them not only here there which who what so just
              der die das den dem des ein eine einen einem einer eines ist sind war waren sei wird wurde
              hat haben und oder aber mit von vom zu zum zur für im am an auf bei aus nach unter über es
              er sie wir ihr ich mein meine meinen meinem meiner dein deine sein seine ihre ihrer ihren
              unser unsere mir mich dir uns euch lautet lauten wie folgt hier so nur auch noch
              le la les l un une des du de d est sont était être et ou mais avec pour par sur dans en au
              aux à il elle on nous vous je j ai a son sa ses mon ma mes ton ta tes votre vos notre nos
              leur leurs ce cet cette c qu que qui n y voici
              el los las lo una unos unas es son era fue y o u con por para en al del su sus mi mis tu
              tus se que ha he hay este esta esto yo nos
              lo gli i il uno è sono era e ed o con per su nel nella da dal dalla di del della dello dei
              degli delle al alla allo ai il mio mia suo sua loro si che ho ha ecco
              os as um uma é são foi e ou com por para em no na nos nas do da dos das ao à seu sua meu
              minha que eu
              de het een is zijn was en of met van voor op in aan bij uit naar te hij zij ze wij we u je
              jij ik mijn uw jouw haar hun ons onze dat dit die er luidt heeft heb
              den det en ett et är er var og och eller med för for på i till til av af från fra jag jeg
              han hon hun vi ni du min mitt din ditt sin sitt som lyder har att at
              on ja tai se hän minun sinun joka
              jest są był była i oraz lub z ze w we na do od dla o to ten ta mój moja jego jej ich
              je jsou byl byla a i nebo s se v ve na do od pro o to ten můj moje jeho její
              az egy és vagy van volt ez
              este sunt un o și sau cu pe la din pentru al a ale lui ei
              ve ile bir bu için
              """)
                  .trim()
                  .split("\\s+")));

  private FunctionWords() {}

  /**
   * Whether it is one of them.
   *
   * @param word in lower case
   */
  static boolean has(String word) {
    return WORDS.contains(word);
  }
}
