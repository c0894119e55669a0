# The correlation of marriage and business among the Florentine families, and its test by QAP, as
# R's package sna has them; benchmarks/validation_layers.py quotes the output. The families are
# numbered in alphabetical order; Pucci, the twelfth, has neither tie and is left out.
#
#     Rscript benchmarks/validation_qap.R
suppressMessages(library(sna))

matrix_of <- function(pairs) {
  found <- matrix(0, 16, 16)
  ends <- matrix(pairs, ncol = 2, byrow = TRUE)
  found[ends] <- 1
  (found + t(found))[-12, -12]
}
marriage <- matrix_of(c(
  1, 9, 2, 6, 2, 7, 2, 9, 3, 5, 3, 9, 4, 7, 4, 11, 4, 15, 5, 11, 5, 15, 7, 8, 7, 16, 9, 13, 9, 14,
  9, 16, 10, 14, 11, 15, 13, 15, 13, 16
))
business <- matrix_of(c(
  3, 5, 3, 6, 3, 9, 3, 11, 4, 7, 4, 8, 4, 11, 5, 8, 5, 11, 6, 9, 7, 8, 8, 11, 9, 10, 9, 14, 9, 16
))
print(gcor(marriage, business, mode = "graph"), digits = 15)
set.seed(1)
tested <- qaptest(list(marriage, business), gcor, g1 = 1, g2 = 2, mode = "graph", reps = 20000)
print(c(tested$pgreq, tested$pleeq), digits = 15)
