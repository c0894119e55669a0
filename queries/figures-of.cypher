// Which figures are reported of something?
//
// The numbers that sources report or aim at, of an organisation, a place or a collaboration, with
// the source of each.
//
// parameter subject: string, default ""; an id or name, or nothing for all
//
// column subject: the id of what the number is about
// column measure: what is counted
// column value: the number, or the lower end of a range
// column value_to: the upper end of a range
// column unit: what one is
// column nature: "reported" or "target"
// column since: from when, as precisely as the source says
// column until: to when
// column observed: at what date it was seen
// column sources: the ids of the sources that state it
//
// example: subject="kom"

MATCH (f:Figure)-[:DESCRIBES]->(s)
WHERE $subject = '' OR s.id = $subject OR s.name = $subject
   OR $subject IN coalesce(s.aliases, [])
RETURN s.id AS subject, f.measure AS measure, f.value AS value, f.valueTo AS value_to,
       f.unit AS unit, f.nature AS nature, f.startDate AS since, f.endDate AS until,
       f.observedDate AS observed, f.sourceIds AS sources
ORDER BY subject, measure, f.id
