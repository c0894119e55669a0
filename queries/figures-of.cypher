// Which figures are reported about something?
//
// The numbers that sources report or name as targets for an organisation, a place or a
// collaboration, each with its source.
//
// parameter subject: string, default ""; an id or name, or empty for all
//
// column subject: the id of what the number is about
// column measure: what is counted
// column value: the number, or the lower end of a range
// column value_to: the upper end of a range
// column unit: the unit
// column nature: "reported" or "target"
// column since: start, as precise as the source
// column until: end
// column observed: the date of the figure
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
