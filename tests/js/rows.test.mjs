import assert from "node:assert/strict"
import { test } from "node:test"

import { next } from "../../src/langnghe/web/static/js/rows.js"

const rows = ["first", "second", "third"]

test("from nowhere, down leads to the first row and up to the last", () => {
  assert.equal(next(rows, -1, 1), "first")
  assert.equal(next(rows, -1, -1), "third")
})

test("a step leads to the neighbour", () => {
  assert.equal(next(rows, 0, 1), "second")
  assert.equal(next(rows, 2, -1), "second")
})

test("at either end one stays", () => {
  assert.equal(next(rows, 2, 1), "third")
  assert.equal(next(rows, 0, -1), "first")
})

test("an empty list has no next row", () => {
  assert.equal(next([], -1, 1), undefined)
})
