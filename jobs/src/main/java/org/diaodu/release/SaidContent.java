package org.diaodu.release;

import java.util.List;
import java.util.Set;
import org.diaodu.bulletin.Bulletins;
import org.diaodu.document.Document;
import org.diaodu.document.FrozenDocument;
import org.diaodu.document.Letterhead;
import org.diaodu.region.RegionPack;

/**
 * What people put their names to: the statements, of which each change is ticked, and beside them
 * the whole text, so that neither the day that the documents speak as of, nor what they rest on,
 * nor a note changes after the signature.
 *
 * @param said every conclusion and figure
 * @param hash SHA-256 of the statements and of the whole text
 */
record SaidContent(List<Statement> said, String hash) {

  /** Of documents before they are released. The notice of what is overdue is left out. */
  static SaidContent of(List<Document> documents, RegionPack pack) {
    List<Statement> said = Statement.of(documents, pack);
    return of(
        said,
        documents.stream()
            .filter(document -> !document.id().equals(Bulletins.OVERDUE))
            .map(SaidContent::wholeText)
            .toList());
  }

  /**
   * Of statements and texts.
   *
   * @param texts the whole text of each document
   */
  static SaidContent of(List<Statement> said, List<String> texts) {
    return new SaidContent(said, SignOffRecords.hash(List.of(said, texts)));
  }

  /**
   * Everything that a document says, with its figures as they are printed. Edition and marks are
   * left out: they change by themselves when it is released and when its time has come. So is the
   * master, which is the look of the office and no text.
   */
  static String wholeText(Document document) {
    FrozenDocument frozen =
        FrozenDocument.of(
            new Document(
                document.id(),
                document.title(),
                document.issuer(),
                document.period(),
                document.asOf(),
                "",
                Set.of(),
                new Letterhead("", document.letterhead().fields()),
                document.blocks()));
    return frozen.body()
        + frozen.figures().stream()
            .map(figure -> "%s=%s".formatted(figure.key(), figure.printed()))
            .toList();
  }
}
