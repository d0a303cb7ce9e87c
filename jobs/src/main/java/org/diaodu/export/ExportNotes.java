package org.diaodu.export;

import java.time.LocalDate;
import org.diaodu.contract.TableContract;

/**
 * What a reader of an exported table has to know beside its rows.
 *
 * @param contract what the table is
 * @param region name of the region, in Chinese
 * @param asOf day as of which it is known
 * @param manifest number of the manifest that published it
 * @param where which rows were asked for; empty = all
 * @param simulated whether a row is simulated
 * @param embargoed whether rows that are not public yet were asked for
 */
public record ExportNotes(
    TableContract contract,
    String region,
    LocalDate asOf,
    long manifest,
    String where,
    boolean simulated,
    boolean embargoed) {}
