// Who joined and who left between two days?
//
// Memberships that started or ended between the two days. The column `certain` is false for those
// that, by their sources, only may have done so.
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
// column stated: the day, as precise as the source
// column stage: the stage of the cluster
//
// example: first="2014-01-01" last="2014-12-31"

MATCH (o:Organisation)-[r:MEMBER_OF]->(c:Organisation)
WHERE $cluster = '' OR c.id = $cluster OR c.name = $cluster
   OR $cluster IN coalesce(c.aliases, [])
UNWIND [{change: 'joined', stated: r.startDate, from: r.startFrom, until: r.startTo},
        {change: 'left', stated: r.endDate, from: r.endFrom, until: r.endTo}] AS event
WITH o, r, c, event
WHERE event.from <= $last AND event.until >= $first
RETURN c.id AS cluster, o.id AS organisation, o.name AS name, r.role AS role,
       event.change AS change, event.from >= $first AND event.until <= $last AS certain,
       event.stated AS stated, c.stage AS stage
ORDER BY cluster, organisation, change, r.id
