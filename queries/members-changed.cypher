// Who joined and who left between two days?
//
// Memberships that started or ended between the two days. One ends at the latest when the member or
// the cluster is dissolved, and does not start before both were founded. The column `certain` is
// false for those that, by their sources, only may have started or ended in these days.
//
// parameter cluster: string, default ""; an id, name or alias, or empty for all
// parameter first: date, required; the first day
// parameter last: date, required; the last day
//
// column cluster: the id of the cluster
// column organisation: the id of the member
// column name: its name
// column role: its role
// column change: "joined" or "left"
// column certain: whether this certainly happened between the two days
// column stated: when, as precise as the source; of a founding or dissolution if that decides it
// column stage: the stage of the cluster; nobody joins or leaves a planned one yet
//
// example: first="2014-01-01" last="2014-12-31"

MATCH (o:Organisation)-[r:MEMBER_OF]->(c:Organisation)
WHERE $cluster = '' OR c.id = $cluster OR c.name = $cluster
   OR $cluster IN coalesce(c.aliases, [])
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
WITH o, r, c, firstDay, lastDay, begunBy, lastingTo, gone,
     CASE WHEN r.startFrom < born THEN born ELSE r.startFrom END AS started,
     CASE WHEN goneBy < r.endTo THEN goneBy ELSE coalesce(r.endTo, goneBy) END AS endedBy,
     CASE WHEN NOT coalesce(r.startTo < born, false) THEN r.startDate
          WHEN born = o.foundedFrom THEN o.founded ELSE c.founded END AS startText,
     CASE WHEN NOT coalesce(r.endFrom > goneBy, r.endFrom IS NULL) THEN r.endDate
          WHEN goneBy = o.dissolvedTo THEN o.dissolved ELSE c.dissolved END AS endText
UNWIND [
  {change: 'joined', from: started, notBefore: started, until: begunBy, stated: startText},
  {change: 'left', from: CASE WHEN r.endFrom IS NULL AND coalesce(gone > lastingTo, true) THEN gone
                              ELSE lastingTo END,
   notBefore: lastingTo, until: endedBy, stated: endText}
] AS event
WITH o, r, c, firstDay, lastDay, event
WHERE event.from <= lastDay AND event.until >= firstDay
RETURN c.id AS cluster, o.id AS organisation, o.name AS name, r.role AS role,
       event.change AS change,
       coalesce(event.notBefore >= firstDay AND event.until <= lastDay, false) AS certain,
       event.stated AS stated, c.stage AS stage
ORDER BY cluster, organisation, change, r.id
