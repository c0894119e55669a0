// Who was a member of a cluster on a day?
//
// A membership is in force from its start to its end, and between either of them and a day on which
// it was seen. Memberships that had not started or had already ended are left out. If the sources
// do not say, the answer is unknown: one seen at some time in 2014 may not have been in force on
// any given day of that year.
//
// parameter cluster: string, required; an id, name or alias
// parameter day: date, required; the day
//
// column organisation: the id of the member
// column name: its name
// column role: its role
// column standing: "in force" or "unknown"
// column since: start, as precise as the source
// column until: end; ".." means not ended
// column observed: a date at which it was seen
//
// example: cluster="kom" day="2014-11-07"

MATCH (o:Organisation)-[r:MEMBER_OF]->(c:Organisation)
WHERE c.id = $cluster OR c.name = $cluster OR $cluster IN coalesce(c.aliases, [])
WITH o, r,
     reduce(least = null, each IN [r.startTo, r.observedTo, r.endTo] |
       CASE WHEN each < least OR least IS NULL THEN each ELSE least END) AS lower,
     reduce(most = null, each IN [r.endFrom, r.observedFrom, r.startFrom] |
       CASE WHEN each > most OR most IS NULL THEN each ELSE most END) AS upper
WHERE NOT coalesce($day < r.startFrom, false) AND NOT coalesce($day > r.endTo, false)
RETURN o.id AS organisation, o.name AS name, r.role AS role,
       CASE WHEN lower <= $day AND $day <= upper THEN 'in force' ELSE 'unknown' END AS standing,
       r.startDate AS since, r.endDate AS until, r.observedDate AS observed
ORDER BY organisation, r.id
