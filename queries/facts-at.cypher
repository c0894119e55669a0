// What was in force at a date?
//
// Memberships, signatures, participations and direct ties that were in force on a day of the
// period, or may have been. What the sources do not settle is unknown. A participation without
// dates of its own has those of its project, and a signature those of its declaration. Nothing is
// in force before its organisations were founded or after one of them was dissolved. Facts of a
// planned cluster, declaration or collaboration are planned and not yet in force.
//
// parameter first: date, required; the first day
// parameter last: date, required; the last day
// parameter organisation: string, default ""; an id, name or alias, or empty for all
//
// column relation: the relationship type
// column starts_at: the id of the organisation where the fact starts
// column name: its name
// column ends_at: the id of the node where it ends
// column other_name: its name
// column role: the role, or the kind of a tie
// column standing: "in force", "unknown" or "planned"
// column since: start, as precise as the source
// column until: end; ".." means not ended
// column observed: a date at which it was seen
// column dates_from: "collaboration" or "declaration" if it has no dates of its own
// column stage: the stage of the cluster, declaration or collaboration; empty for a direct tie
//
// example: first="2014-11-01" last="2014-11-30" organisation="kom"

MATCH (o:Organisation)-[r:MEMBER_OF|SIGNED|PARTICIPATES_IN|COLLABORATES_WITH]->(c)
WHERE $organisation = '' OR o.id = $organisation OR o.name = $organisation
   OR $organisation IN coalesce(o.aliases, [])
   OR (c:Organisation AND (c.id = $organisation OR c.name = $organisation
       OR $organisation IN coalesce(c.aliases, [])))
WITH o, r, c, $first AS firstDay, $last AS lastDay
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
RETURN type(r) AS relation, o.id AS starts_at, o.name AS name, c.id AS ends_at,
       c.name AS other_name, coalesce(r.role, r.kind) AS role,
       CASE stage WHEN 'planned' THEN stage ELSE standing END AS standing,
       r.startDate AS since, r.endDate AS until, r.observedDate AS observed,
       r.datesFrom AS dates_from, stage
ORDER BY relation, starts_at, ends_at, r.id
