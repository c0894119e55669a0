// Who coordinates which cluster?
//
// Every membership with the role of coordinator, in any kind of group.
//
// column group: the id of the cluster or group
// column group_name: its name
// column coordinator: the id of the coordinator
// column coordinator_name: its name
// column since: start, as precise as the source
// column until: end; ".." means not ended
// column observed: a date at which it was seen
// column sources: the ids of the sources that state it
// column stage: the stage of the cluster or group
//
// example:

MATCH (o:Organisation)-[r:MEMBER_OF]->(g:Organisation)
WHERE r.role = 'coordinator'
RETURN g.id AS group, g.name AS group_name, o.id AS coordinator, o.name AS coordinator_name,
       r.startDate AS since, r.endDate AS until, r.observedDate AS observed, r.sourceIds AS sources,
       g.stage AS stage
ORDER BY group, coordinator, r.id
