-- The statistics of a made-up country as a DuckDB user would write them, in exact decimals.
-- ${landing}, ${pack}, ${out}, ${as_of}, ${total}, ${capital}: filled in by DuckDbTwin.
-- What stands in millionths is a whole number, so that a quotient is rounded once, half up.

CREATE MACRO micro(x) AS CAST(x * 1000000 AS HUGEINT);
CREATE MACRO half_up(n, d) AS
  CASE WHEN d > 0 THEN sign(n) * ((2 * abs(n) + d) // (2 * d)) END;
CREATE MACRO figure(n) AS
  CAST(CAST(n AS DECIMAL(24, 0)) * CAST(0.000001 AS DECIMAL(7, 6)) AS DECIMAL(18, 6));
-- Half a unit of the last printed decimal.
CREATE MACRO half_unit(decimals) AS CASE decimals
  WHEN 0 THEN 0.5000000 WHEN 1 THEN 0.0500000 WHEN 2 THEN 0.0050000 WHEN 3 THEN 0.0005000
  WHEN 4 THEN 0.0000500 WHEN 5 THEN 0.0000050 WHEN 6 THEN 0.0000005 END;
CREATE MACRO percent(n, d) AS figure(half_up(100000000 * micro(n), micro(d)));
-- Of an increment or a growth, which may be negative.
CREATE MACRO signed_percent(n, d) AS
  figure(half_up(sign(d) * 100000000 * micro(n), abs(micro(d))));

CREATE TABLE areas AS
  SELECT ref_area, parent, in_total = 'true' AS in_total
  FROM read_csv('${pack}/areas.csv', header = true, all_varchar = true);
CREATE TABLE indicators AS
  SELECT indicator, kind, additive = 'true' AS additive, growth_source, better, decimals::INT AS decimals
  FROM read_csv('${pack}/indicators.csv', header = true, all_varchar = true);

-- One reading of the text, every figure with its source, kept as the observations are.
COPY (
  SELECT indicator, ref_area, 'M' AS freq, time_period, accumulation, measure,
         CAST(obs_value AS DECIMAL(18, 6)) AS obs_value,
         CAST(length(obs_value) - instr(obs_value, '.') AS INT) AS obs_decimals,
         obs_status, release_date, 'official' AS provenance,
         parse_filename(filename) AS source_file, obs_value AS raw_text
  FROM read_csv('${landing}/*.csv', header = true, filename = true, delim = ',', quote = '"',
    columns = {'ref_area': 'VARCHAR', 'indicator': 'VARCHAR', 'time_period': 'VARCHAR',
      'accumulation': 'VARCHAR', 'measure': 'VARCHAR', 'obs_value': 'VARCHAR', 'unit': 'VARCHAR',
      'obs_status': 'VARCHAR', 'release_date': 'DATE'})
) TO '${out}/observations.parquet';

CREATE TABLE figures AS
  WITH current AS (
    SELECT indicator, ref_area, accumulation, time_period, measure,
           max_by({'value': obs_value, 'decimals': obs_decimals, 'released': release_date},
                  release_date) AS c
    FROM '${out}/observations.parquet'
    WHERE release_date <= DATE '${as_of}'
    GROUP BY ALL),
  side_by_side AS (
    SELECT indicator, ref_area, accumulation, time_period,
           CAST(time_period[1:4] AS INT) * 12 + CAST(time_period[6:7] AS INT) - 1 AS month_index,
           max(c.value) FILTER (measure = 'LEVEL') AS level,
           max(c.decimals) FILTER (measure = 'LEVEL') AS level_decimals,
           max(c.value) FILTER (measure = 'YOY') AS yoy_published_pct,
           max(c.decimals) FILTER (measure = 'YOY') AS published_decimals,
           max(c.released) FILTER (measure = 'LEVEL') AS level_released,
           max(c.released) FILTER (measure = 'YOY') AS growth_released
    FROM current GROUP BY ALL),
  cumulative AS (
    SELECT indicator, ref_area, time_period, month_index, level, level_decimals, level_released,
           month_index % 12 = 0 AS is_january,
           month_index % 12 = 1 AS is_february,
           max(level) OVER before AS before,
           max(level_decimals) OVER before AS before_decimals,
           max(level_released) OVER before AS before_released
    FROM side_by_side
    WHERE accumulation = 'YTD' AND level IS NOT NULL
    WINDOW before AS (PARTITION BY indicator, ref_area ORDER BY month_index
      RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING))
  SELECT indicator, ref_area, accumulation, time_period, month_index, level, level_decimals,
         yoy_published_pct, published_decimals, level_released, growth_released,
         'reported' AS derivation,
         CASE accumulation WHEN 'PER' THEN 1 WHEN 'YTD' THEN month_index % 12 + 1 END AS period_months
  FROM side_by_side
  UNION ALL
  SELECT indicator, ref_area, 'PER', time_period, month_index,
         CASE WHEN is_january OR before IS NULL THEN level ELSE level - before END,
         CASE WHEN is_january THEN level_decimals ELSE greatest(level_decimals, before_decimals) END,
         NULL, NULL,
         CASE WHEN is_january THEN level_released ELSE greatest(level_released, before_released) END,
         NULL,
         'cumulative_difference',
         CASE WHEN is_february AND before IS NULL THEN 2 ELSE 1 END
  FROM cumulative
  WHERE is_january OR is_february OR before IS NOT NULL;

CREATE TABLE with_growth AS
  WITH earlier AS (
    SELECT *,
           max({'level': level, 'decimals': level_decimals, 'released': level_released,
                'months': period_months}) OVER (series
             RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING) AS e,
           CASE WHEN accumulation = 'EOP' THEN
             max(CASE WHEN month_index % 12 = 11 THEN level END) OVER (series
               RANGE BETWEEN 12 PRECEDING AND 1 PRECEDING) END AS level_last_year_end,
           CASE WHEN accumulation = 'EOP' THEN
             max(CASE WHEN month_index % 12 = 11 AND level IS NOT NULL THEN level_released END)
               OVER (series RANGE BETWEEN 12 PRECEDING AND 1 PRECEDING) END AS year_end_released
    FROM figures
    WINDOW series AS (PARTITION BY indicator, ref_area, accumulation ORDER BY month_index)),
  compared AS (
    SELECT *, coalesce(e.level IS NOT NULL AND e.months <> period_months, false) AS base_differs
    FROM earlier),
  based AS (
    SELECT * EXCLUDE (e), CASE WHEN NOT base_differs THEN e.level END AS level_year_ago,
           CASE WHEN NOT base_differs THEN e.decimals END AS ago_decimals,
           CASE WHEN NOT base_differs AND e.level IS NOT NULL THEN e.released END AS ago_released
    FROM compared),
  computed AS (
    SELECT based.*, kind, additive, growth_source, better, parent, in_total,
           accumulation = 'PER' AND coalesce(period_months, 0) > 1 AS is_pair,
           ref_area IN (SELECT parent FROM areas) AS is_parent,
           CASE WHEN kind <> 'rate' THEN percent(level - level_year_ago, level_year_ago) END
             AS yoy_computed_pct
    FROM based JOIN indicators USING (indicator) JOIN areas USING (ref_area))
  SELECT * REPLACE (CASE WHEN derivation <> 'reported' AND growth_source <> 'computed'
                    THEN 'published' ELSE growth_source END AS growth_source),
         CASE WHEN kind = 'rate' THEN NULL
           WHEN growth_source = 'computed' THEN yoy_computed_pct
           WHEN growth_source = 'published' OR derivation <> 'reported' THEN yoy_published_pct
           ELSE coalesce(yoy_published_pct, yoy_computed_pct) END AS yoy_pct
  FROM computed;
DROP TABLE figures;

-- The parent's own figure, or else the sum of its parts, with every one of them.
CREATE TABLE aggregates AS
  WITH comparable AS (SELECT * FROM with_growth WHERE NOT is_pair),
  expected AS (
    SELECT parent, count(*) AS expected FROM areas
    WHERE in_total AND parent IS NOT NULL GROUP BY parent),
  own AS (
    SELECT indicator, accumulation, month_index, ref_area AS parent, level AS published,
           yoy_pct AS whole_growth,
           CASE WHEN yoy_pct IS NULL THEN NULL
             WHEN yoy_published_pct IS NOT NULL AND growth_source <> 'computed' THEN 'published'
             ELSE 'computed' END AS whole_basis
    FROM comparable WHERE is_parent),
  parts AS (
    SELECT indicator, accumulation, month_index, parent, sum(level) AS parts,
           count(level) AS counted
    FROM comparable WHERE in_total AND parent IS NOT NULL GROUP BY ALL)
  SELECT indicator, accumulation, month_index, parent, published IS NOT NULL AS is_published,
         coalesce(published, CASE WHEN counted = expected THEN
           CAST(parts AS DECIMAL(18, 6)) END) AS whole,
         whole_growth, whole_basis
  FROM own FULL JOIN parts USING (indicator, accumulation, month_index, parent)
    LEFT JOIN expected USING (parent);

CREATE TABLE placed AS
  WITH two_years AS (
    SELECT *, max(yoy_pct) OVER (PARTITION BY indicator, ref_area, accumulation
        ORDER BY month_index RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING) AS yoy_before
    FROM with_growth),
  contributed AS (
    SELECT two_years.*,
           CASE WHEN yoy_published_pct IS NOT NULL AND growth_source <> 'computed' THEN 'published'
             WHEN growth_source <> 'published' THEN 'computed' END AS basis,
           ago.whole AS whole_ago, now.whole_growth, now.whole_basis,
           -- Without a growth of its own, and summed in both years, it has that of the sums.
           now.whole_growth IS NULL AND NOT now.is_published AND NOT ago.is_published
             AND ago.whole > 0 AS is_sum,
           now.whole,
           (100 + yoy_pct) AS index_now, (100 + yoy_before) AS index_before,
           in_total AND two_years.parent IS NOT NULL AS is_ranked,
           CASE WHEN NOT is_pair THEN
             CASE better WHEN 'down' THEN -1 ELSE 1 END END AS sign_of_place
    FROM two_years
      LEFT JOIN aggregates now USING (indicator, accumulation, month_index, parent)
      LEFT JOIN aggregates ago ON two_years.indicator = ago.indicator
        AND two_years.accumulation = ago.accumulation AND two_years.parent = ago.parent
        AND two_years.month_index = ago.month_index + 12),
  ranked AS (
    SELECT *,
           CASE WHEN is_ranked AND sign_of_place * yoy_pct IS NOT NULL THEN
             rank() OVER (PARTITION BY indicator, accumulation, parent, in_total, month_index
               ORDER BY sign_of_place * yoy_pct DESC NULLS LAST) END AS rank_yoy,
           CASE WHEN is_ranked AND sign_of_place * level IS NOT NULL THEN
             rank() OVER (PARTITION BY indicator, accumulation, parent, in_total, month_index
               ORDER BY sign_of_place * level DESC NULLS LAST) END AS rank_level,
           CASE WHEN is_ranked THEN
             count(*) OVER (PARTITION BY indicator, accumulation, parent, in_total, month_index)
             END AS peers,
           CASE WHEN index_now > 0 AND index_before > 0 THEN
             CAST(index_now * 1000000 AS HUGEINT) * CAST(index_before * 1000000 AS HUGEINT) END
             AS square
    FROM contributed),
  rooted AS (
    SELECT *, CAST(floor(sqrt(CAST(square AS DOUBLE))) AS HUGEINT) AS root FROM ranked)
  SELECT *,
         max(rank_yoy) OVER month_before AS rank_yoy_last_period,
         max(rank_level) OVER month_before AS rank_level_last_period,
         max(rank_yoy) OVER year_before AS rank_yoy_last_year,
         max(rank_level) OVER year_before AS rank_level_last_year,
         -- The root of a whole number is never a half: the nearest is told exactly.
         figure(CASE WHEN square > root * root + root THEN root + 1 ELSE root END) - 100
           AS two_year_average_pct
  FROM rooted
  WINDOW month_before AS (PARTITION BY indicator, ref_area, accumulation ORDER BY month_index
      RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING),
    year_before AS (PARTITION BY indicator, ref_area, accumulation ORDER BY month_index
      RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING);
DROP TABLE with_growth;

COPY (
  WITH reasons AS (
    SELECT *,
           half_unit(level_decimals) AS half_level, half_unit(ago_decimals) AS half_base,
           half_unit(published_decimals) AS half_published,
           CASE WHEN kind = 'rate' THEN
               CASE WHEN level IS NULL THEN 'no_observation'
                 WHEN level_year_ago IS NULL THEN
                   CASE WHEN base_differs THEN 'period_differs' ELSE 'no_base_period' END END
             WHEN yoy_pct IS NOT NULL THEN NULL
             WHEN growth_source = 'published' OR kind = 'growth_only' THEN 'growth_not_published'
             WHEN level IS NULL THEN 'no_observation'
             WHEN level_year_ago IS NULL THEN
               CASE WHEN base_differs THEN 'period_differs' ELSE 'no_base_period' END
             WHEN level_year_ago <= 0 THEN 'non_positive_base' END AS why,
           CASE WHEN parent IS NULL THEN 'no_aggregate'
             WHEN kind NOT IN ('flow', 'stock') THEN 'not_an_amount'
             WHEN NOT additive THEN 'not_additive'
             WHEN is_pair THEN 'period_differs'
             WHEN basis IS NULL THEN 'growth_not_published'
             WHEN level_year_ago IS NULL THEN 'no_base_period'
             WHEN basis = 'computed' AND level IS NULL THEN 'no_observation'
             WHEN whole_ago IS NULL THEN 'no_total'
             WHEN whole_ago <= 0 THEN 'non_positive_base' END AS why_no_contribution
    FROM placed),
  bounds AS (
    SELECT *,
           CASE WHEN why_no_contribution IS NOT NULL THEN why_no_contribution
             WHEN coalesce(is_sum, false) THEN
               CASE WHEN whole IS NULL THEN 'no_aggregate_growth'
                 WHEN basis = 'published' THEN 'basis_differs'
                 WHEN whole = whole_ago THEN 'zero_growth' END
             WHEN whole_growth IS NULL THEN 'no_aggregate_growth'
             WHEN whole_basis <> basis THEN 'basis_differs'
             WHEN CASE basis WHEN 'published' THEN whole_growth = 0 ELSE whole = whole_ago END
               THEN 'zero_growth' END AS why_no_rate
    FROM reasons)
  SELECT indicator, ref_area, 'M' AS freq, accumulation, time_period, level,
         CASE WHEN level IS NULL THEN 'no_observation' END AS level_missing_because,
         CAST(period_months AS INT) AS period_months, derivation, level_year_ago,
         yoy_computed_pct, yoy_published_pct, yoy_pct,
         CASE WHEN yoy_pct IS NULL THEN NULL
           WHEN yoy_published_pct IS NOT NULL AND growth_source <> 'computed' THEN 'published'
           ELSE 'computed' END AS yoy_basis,
         CAST(yoy_published_pct - yoy_computed_pct AS DECIMAL(18, 6)) AS gap_pp,
         CASE WHEN kind = 'rate' OR yoy_published_pct IS NULL THEN NULL
           WHEN yoy_computed_pct IS NULL THEN 'no_level'
           WHEN yoy_published_pct = yoy_computed_pct THEN 'none'
           WHEN level_year_ago > half_base
            AND (yoy_published_pct + half_published) * (level_year_ago + half_base)
                >= 100 * (level - half_level - level_year_ago - half_base)
            AND (yoy_published_pct - half_published) * (level_year_ago - half_base)
                <= 100 * (level + half_level - level_year_ago + half_base) THEN 'rounding'
           ELSE 'comparable_basis' END AS gap_class,
         CASE WHEN kind <> 'rate' AND yoy_published_pct > -100 THEN
           percent(level, 100 + yoy_published_pct) END AS implied_level_year_ago,
         CASE WHEN kind = 'rate' THEN CAST(level - level_year_ago AS DECIMAL(18, 6)) END AS change_pp,
         CAST(two_year_average_pct AS DECIMAL(18, 6)) AS two_year_average_pct,
         CASE WHEN two_year_average_pct IS NOT NULL THEN 'computed' END AS two_year_average_basis,
         CASE WHEN two_year_average_pct IS NOT NULL THEN 'official' END
           AS two_year_average_provenance,
         CASE WHEN kind = 'rate' THEN 'not_an_amount'
           WHEN yoy_pct IS NULL THEN why
           WHEN yoy_before IS NULL THEN 'no_base_period'
           WHEN two_year_average_pct IS NULL THEN 'non_positive_base' END
           AS two_year_average_not_computed_because,
         level_last_year_end,
         CASE WHEN kind = 'stock' THEN
           percent(level - level_last_year_end, level_last_year_end) END AS since_year_end_pct,
         CASE WHEN why_no_contribution IS NULL THEN
           CASE basis WHEN 'published' THEN
               figure(half_up(micro(level_year_ago) * micro(yoy_published_pct), micro(whole_ago)))
             ELSE percent(level - level_year_ago, whole_ago) END END AS contribution_pp,
         CASE WHEN why_no_contribution IS NULL THEN basis END AS contribution_basis,
         why_no_contribution AS contribution_not_computed_because,
         CASE WHEN why_no_rate IS NULL THEN
           CASE basis WHEN 'published' THEN
               figure(half_up(
                 sign(whole_growth) * 100000000 * micro(level_year_ago) * micro(yoy_published_pct),
                 micro(whole_ago) * abs(micro(whole_growth))))
             ELSE signed_percent(level - level_year_ago, whole - whole_ago) END END
           AS contribution_rate_pct,
         why_no_rate AS contribution_rate_not_computed_because,
         CASE WHEN why_no_contribution IS NULL THEN 'official' END AS contribution_provenance,
         CAST(rank_yoy AS INT) AS rank_yoy, CAST(rank_level AS INT) AS rank_level,
         CAST(rank_yoy_last_period AS INT) AS rank_yoy_last_period,
         CAST(rank_level_last_period AS INT) AS rank_level_last_period,
         CAST(rank_yoy_last_year AS INT) AS rank_yoy_last_year,
         CAST(rank_level_last_year AS INT) AS rank_level_last_year,
         CAST(peers AS INT) AS peers, 'official' AS provenance,
         why AS not_computed_because,
         greatest(level_released, growth_released, ago_released, year_end_released) AS release_date
  FROM bounds
) TO '${out}/growth.parquet';

CREATE TABLE levels AS
  SELECT indicator, ref_area, accumulation, time_period, month_index, level, parent, in_total
  FROM placed JOIN indicators USING (indicator)
  WHERE placed.additive AND NOT is_pair;
DROP TABLE placed;

CREATE TABLE wholes AS
  WITH expected AS (
    SELECT parent, count(*)::INT AS areas_expected FROM areas
    WHERE in_total AND parent IS NOT NULL GROUP BY parent),
  parts AS (
    SELECT indicator, accumulation, time_period, month_index, parent,
           CAST(sum(level) AS DECIMAL(18, 6)) AS parts, count(level)::INT AS areas_counted
    FROM levels WHERE in_total AND parent IS NOT NULL GROUP BY ALL),
  own AS (
    SELECT indicator, accumulation, time_period, month_index, ref_area AS parent,
           level AS published_total
    FROM levels WHERE ref_area IN (SELECT parent FROM expected)),
  beside AS (
    SELECT indicator, accumulation, time_period, month_index, parent, published_total,
           coalesce(areas_counted, 0) AS areas_counted, areas_expected,
           CASE WHEN areas_counted = areas_expected THEN parts END AS areas_sum
    FROM own FULL JOIN parts USING (indicator, accumulation, time_period, month_index, parent)
      JOIN expected USING (parent))
  SELECT *, coalesce(published_total, areas_sum) AS total_level,
         CASE WHEN published_total IS NOT NULL THEN 'published_total'
           WHEN areas_sum IS NOT NULL THEN 'sum_of_areas' END AS denominator
  FROM beside;

CREATE TABLE overlapping AS
  SELECT indicator, accumulation, time_period, parent,
         list(ref_area ORDER BY ref_area) AS overlapping_areas, list(level) AS overlapping
  FROM levels WHERE NOT in_total AND parent IS NOT NULL AND level IS NOT NULL
  GROUP BY ALL;

COPY (
  WITH held AS (
    SELECT wholes.*, overlapping_areas, overlapping,
           CAST(published_total - areas_sum AS DECIMAL(18, 6)) AS residual,
           half_unit(decimals) * (areas_counted + 1) AS tolerance
    FROM wholes LEFT JOIN overlapping USING (indicator, accumulation, time_period, parent)
      JOIN indicators USING (indicator))
  SELECT indicator, parent AS ref_area, 'M' AS freq, accumulation, time_period, published_total,
         areas_sum, areas_counted, areas_expected, residual,
         CASE WHEN residual IS NULL THEN NULL
           WHEN residual = 0 THEN 'none'
           WHEN abs(residual) <= tolerance THEN 'rounding'
           WHEN residual < 0 OR len(list_filter(coalesce(overlapping, []),
             lambda x: abs(residual - x) <= tolerance)) > 0 THEN 'overlap'
           ELSE 'own_level_units' END AS residual_class,
         CASE WHEN residual IS NOT NULL THEN NULL
           WHEN published_total IS NULL THEN 'no_total' ELSE 'areas_missing' END
           AS not_computed_because
  FROM held
) TO '${out}/additivity.parquet';

COPY (
  WITH shared AS (
    SELECT levels.*, total_level, denominator, percent(level, total_level) AS share_pct
    FROM levels LEFT JOIN wholes
      USING (indicator, accumulation, time_period, month_index, parent)
    WHERE parent IS NOT NULL),
  with_ago AS (
    SELECT *, max({'share': share_pct, 'denominator': denominator}) OVER (
        PARTITION BY indicator, ref_area, accumulation ORDER BY month_index
        RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING) AS ago
    FROM shared)
  SELECT indicator, ref_area, 'M' AS freq, accumulation, time_period, parent, in_total, level,
         total_level, denominator, share_pct, ago.share AS share_year_ago_pct,
         CASE WHEN denominator = ago.denominator THEN
           CAST(share_pct - ago.share AS DECIMAL(18, 6)) END AS change_pp
  FROM with_ago
) TO '${out}/area_shares.parquet';

COPY (
  WITH capital AS (
    SELECT indicator, accumulation, time_period, month_index, level AS capital_level
    FROM levels WHERE ref_area = '${capital}'),
  whole AS (SELECT * FROM wholes WHERE parent = '${total}'),
  shared AS (
    SELECT *, percent(capital_level, total_level) AS share_pct
    FROM whole LEFT JOIN capital USING (indicator, accumulation, time_period, month_index)),
  with_ago AS (
    SELECT *, max({'share': share_pct, 'denominator': denominator}) OVER (
        PARTITION BY indicator, accumulation ORDER BY month_index
        RANGE BETWEEN 12 PRECEDING AND 12 PRECEDING) AS ago
    FROM shared)
  SELECT indicator, 'M' AS freq, accumulation, time_period, capital_level, total_level,
         denominator, share_pct, ago.share AS share_year_ago_pct,
         CASE WHEN denominator = ago.denominator THEN
           CAST(share_pct - ago.share AS DECIMAL(18, 6)) END AS change_pp,
         areas_sum, CAST(published_total - areas_sum AS DECIMAL(18, 6)) AS residual, areas_counted
  FROM with_ago
) TO '${out}/capital_share.parquet';
