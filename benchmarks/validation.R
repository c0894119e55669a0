# sna's values for the networks of validation.py: Rscript benchmarks/validation.R FOLDER > FILE
# FOLDER holds an edge list (one,other by number from 1; the first line is the number of nodes) and
# the categories of each network, as `python benchmarks/validation.py --export FOLDER` writes them.
suppressMessages(library(sna))
folder <- commandArgs(trailingOnly = TRUE)[1]
say <- function(network, metric, values)
  cat(sprintf("%s,%s,%d,%.17g\n", network, metric, seq_along(values), values), sep = "")
cat("network,metric,node,value\n")
for (file in sort(list.files(folder, pattern = "\\.edges$", full.names = TRUE))) {
  name <- sub("\\.edges$", "", basename(file))
  lines <- readLines(file)
  n <- as.integer(lines[1])
  m <- matrix(0, n, n)
  for (pair in strsplit(lines[-1], ",")) {
    ends <- as.integer(pair)
    m[ends[1], ends[2]] <- 1
    m[ends[2], ends[1]] <- 1
  }
  kinds <- readLines(sub("\\.edges$", ".kinds", file))
  say(name, "degree", degree(m, gmode = "graph"))
  say(name, "betweenness", betweenness(m, gmode = "graph"))
  say(name, "harmonic", closeness(m, gmode = "graph", cmode = "suminvundir") * (n - 1))
  say(name, "density", gden(m, mode = "graph"))
  say(name, "components", components(m, connected = "weak"))
  say(name, "connectedness", connectedness(m))
  say(name, "degree-centralisation", centralization(m, degree, mode = "graph"))
  say(name, "betweenness-centralisation", centralization(m, betweenness, mode = "graph"))
  # sna counts a pair without direction twice; columns: w_I coordinator, w_O itinerant, b_IO, b_OI
  # representative and gatekeeper, b_O liaison.
  raw <- brokerage(m, kinds)$raw.nli
  say(name, "coordinator", raw[, "w_I"] / 2)
  say(name, "consultant", raw[, "w_O"] / 2)
  say(name, "gatekeeper", (raw[, "b_IO"] + raw[, "b_OI"]) / 2)
  say(name, "liaison", raw[, "b_O"] / 2)
  # The mean correlation of each node's profile with the others', without isolates.
  tied <- which(rowSums(m) > 0)
  alike <- sedist(m[tied, tied], method = "correlation", mode = "graph")
  values <- rep(NaN, n)
  values[tied] <- (rowSums(alike) - 1) / (length(tied) - 1)
  say(name, "profile-correlation", values)
}
