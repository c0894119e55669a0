// Who was a member of a cluster on a day?
//
// A membership is in force from its start to its end, and between either of them and a day on which
// it was seen. Memberships that had not started or had already ended are left out. If the sources
// do not say, the answer is unknown: one seen at some time in 2014 may not have been in force on
// any given day of that year. Nobody was a member before member and cluster were founded or after
// one of them was dissolved. Nobody is a member yet of a cluster that is only planned.
//
// parameter cluster: string, required; an id, name or alias
// parameter day: date, required; the day
//
// column organisation: the id of the member
// column name: its name
// column role: its role
// column standing: "in force", "unknown" or "planned"
// column since: start, as precise as the source
// column until: end; ".." means not ended
// column observed: a date at which it was seen
// column stage: the stage of the cluster
//
// example: cluster="kom" day="2014-11-07"

MATCH (o:Organisation)-[r:MEMBER_OF]->(c:Organisation)
WHERE c.id = $cluster OR c.name = $cluster OR $cluster IN coalesce(c.aliases, [])
WITH o, r, c, $day AS firstDay, $day AS lastDay
WITH o, r, c, firstDay, lastDay,
     reduce(most = null, each IN [o.foundedFrom, c.foundedFrom] |
       CASE WHEN each < most THEN most ELSE coalesce(each, most) END) AS born,
     reduce(most = null, each IN [o.foundedTo, c.foundedTo] |
       CASE WHEN each < most THEN most ELSE coalesce(each, most) END) AS bornBy,
     reduce(least = null, each IN [o.dissolvedFrom, c.dissolvedFrom] |
       CASE WHEN each > least THEN least ELSE coalesce(each, least) END) AS gone,
     reduce(least = null, each IN [o.dissolvedTo, c.dissolvedTo] |
       CASE WHEN each > least THEN least ELSE coalesce(each, least) END) AS goneBy
WITH o, r, c, firstDay, lastDay, born, gone, goneBy,
     CASE WHEN r.startTo < born THEN bornBy ELSE r.startTo END AS startTo,
     CASE WHEN r.endFrom > goneBy THEN gone ELSE r.endFrom END AS endFrom,
     CASE WHEN r.observedTo < born OR r.observedFrom > goneBy THEN null
          ELSE r.observedTo END AS seenBy,
     CASE WHEN r.observedTo < born OR r.observedFrom > goneBy THEN null
          ELSE r.observedFrom END AS seenFrom
WITH o, r, c, firstDay, lastDay, born, gone, goneBy,
     reduce(most = firstDay, each IN [r.startFrom, born] |
       CASE WHEN each > most THEN each ELSE most END) AS earliest,
     reduce(least = lastDay, each IN [r.endTo, goneBy] |
       CASE WHEN each < least THEN each ELSE least END) AS latest,
     reduce(least = null, each IN [startTo, seenBy, r.endTo, goneBy] |
       CASE WHEN each > least THEN least ELSE coalesce(each, least) END) AS begunBy,
     reduce(most = null, each IN [endFrom, seenFrom, r.startFrom, born] |
       CASE WHEN each < most THEN most ELSE coalesce(each, most) END) AS lastingTo
WHERE earliest <= latest
WITH o, r, c,
     CASE WHEN type(r) <> 'COLLABORATES_WITH' THEN c.stage END AS stage,
     CASE WHEN begunBy <= lastDay AND lastingTo >= firstDay THEN 'in force'
          ELSE 'unknown' END AS standing
RETURN o.id AS organisation, o.name AS name, r.role AS role,
       CASE stage WHEN 'planned' THEN stage ELSE standing END AS standing,
       r.startDate AS since, r.endDate AS until, r.observedDate AS observed, stage
ORDER BY organisation, r.id
