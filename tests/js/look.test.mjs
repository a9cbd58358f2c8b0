import assert from "node:assert/strict"
import { test } from "node:test"

import { choose, keyOf, read } from "../../src/langnghe/web/static/js/look.js"

const machine = () => {
  const kept = new Map()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }
}

const forgetful = {
  getItem() {
    throw new Error("storage is closed")
  },
  setItem() {
    throw new Error("storage is closed")
  },
}

test("a machine nobody has set shows normal letters, light or dark as the machine is", () => {
  assert.equal(read(machine(), "letters"), "normal")
  assert.equal(read(machine(), "theme"), "machine")
})

test("a choice is kept on the machine", () => {
  const store = machine()

  assert.equal(choose(store, "letters", "largest"), true)

  assert.equal(read(store, "letters"), "largest")
})

test("a value nobody offers is neither kept nor shown", () => {
  const store = machine()
  store.setItem(keyOf("theme"), "sepia")

  assert.equal(choose(store, "letters", "tiny"), false)
  assert.equal(choose(store, "colour", "red"), false)
  assert.equal(read(store, "theme"), "machine")
})

test("a browser that keeps nothing still works", () => {
  assert.equal(choose(forgetful, "letters", "large"), false)
  assert.equal(read(forgetful, "letters"), "normal")
})
