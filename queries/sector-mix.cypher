// Which sectors do the members of a cluster come from?
//
// The members of a cluster by sector, each organisation counted once: whether business, research
// and public bodies all take part, or one of them is missing.
//
// parameter cluster: string, required; an id, name or alias
//
// column sector: business, research, public, support, civil, or unknown
// column members: how many members it has in the cluster
// column organisations: their ids
// column stage: the stage of the cluster
//
// example: cluster="kom"

MATCH (o:Organisation)-[:MEMBER_OF]->(c:Organisation)
WHERE c.id = $cluster OR c.name = $cluster OR $cluster IN coalesce(c.aliases, [])
WITH DISTINCT coalesce(o.sector, 'unknown') AS sector, o.id AS organisation, c.stage AS stage
ORDER BY sector, organisation
WITH sector, stage, collect(organisation) AS organisations
RETURN sector, size(organisations) AS members, organisations, stage
ORDER BY members DESC, sector
