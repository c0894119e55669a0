// Who coordinates which cluster?
//
// Every membership in the role of coordinator, of any kind of group.
//
// column group: the id of the cluster or group
// column group_name: its name
// column coordinator: the id of the coordinator
// column coordinator_name: its name
// column since: since when, as precisely as the source says
// column until: until when; ".." is not ended
// column observed: when it was seen to hold
// column sources: the ids of the sources that state it
//
// example:

MATCH (o:Organisation)-[r:MEMBER_OF]->(g:Organisation)
WHERE r.role = 'coordinator'
RETURN g.id AS group, g.name AS group_name, o.id AS coordinator, o.name AS coordinator_name,
       r.startDate AS since, r.endDate AS until, r.observedDate AS observed, r.sourceIds AS sources
ORDER BY group, coordinator, r.id
