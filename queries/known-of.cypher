// What is known about an organisation?
//
// Everything stated about it: its properties, then every fact that starts or ends at it, with
// dates, status and sources.
//
// parameter organisation: string, required; an id, name or alias
//
// column organisation: the id of the organisation
// column about: the property, or the relationship type of the fact
// column direction: "is" for a property, "to" for a fact that starts here, "from" if it ends here
// column other: the property's value, or the id of the node at the other end
// column name: the name or title of that node; a figure's measure
// column role: the role, or the kind of a tie
// column since: start, as precise as the source
// column until: end; ".." means not ended
// column observed: a date at which it was seen
// column status: stated, inferred or disputed
// column sources: the ids of the sources that state it
// column locators: where in each of these sources
// column stage: the stage of the node at the other end
//
// example: organisation="kom"

MATCH (o:Organisation)
WHERE o.id = $organisation OR o.name = $organisation OR $organisation IN coalesce(o.aliases, [])
CALL (o) {
  UNWIND [['name', o.name], ['kind', head([each IN labels(o) WHERE each <> 'Organisation'])],
          ['sector', o.sector], ['stage', o.stage], ['founded', o.founded],
          ['dissolved', o.dissolved], ['krs', o.krs], ['nip', o.nip], ['regon', o.regon],
          ['ror', o.ror], ['lei', o.lei], ['pic', o.pic], ['vat', o.vat],
          ['description', o.description], ['note', o.note]]
         + [each IN coalesce(o.aliases, []) | ['aliases', each]]
         + [each IN coalesce(o.website, []) | ['website', each]] AS pair
  WITH o, pair
  WHERE pair[1] IS NOT NULL
  RETURN pair[0] AS about, 0 AS place, 'is' AS direction, pair[1] AS other, null AS name,
         null AS role, o.startDate AS since, o.endDate AS until, o.observedDate AS observed,
         o.status AS status, o.sourceIds AS sources, o.locators AS locators, '' AS fact,
         null AS stage
  UNION ALL
  MATCH (o)-[r]->(n)
  RETURN type(r) AS about, 1 AS place, 'to' AS direction, n.id AS other,
         coalesce(n.name, n.title) AS name, coalesce(r.role, r.kind) AS role,
         r.startDate AS since, r.endDate AS until, r.observedDate AS observed,
         r.status AS status, r.sourceIds AS sources, r.locators AS locators, r.id AS fact,
         n.stage AS stage
  UNION ALL
  MATCH (o)<-[r]-(n)
  RETURN type(r) AS about, 2 AS place, 'from' AS direction, n.id AS other,
         coalesce(n.name, n.title, n.measure) AS name, coalesce(r.role, r.kind) AS role,
         r.startDate AS since, r.endDate AS until, r.observedDate AS observed,
         r.status AS status, r.sourceIds AS sources, r.locators AS locators, r.id AS fact,
         n.stage AS stage
}
RETURN o.id AS organisation, about, direction, other, name, role, since, until, observed, status,
       sources, locators, stage
ORDER BY organisation, place, about, other, fact
