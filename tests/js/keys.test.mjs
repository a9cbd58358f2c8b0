import assert from "node:assert/strict"
import { test } from "node:test"

import { command, isTyping } from "../../src/langnghe/web/static/js/keys.js"

const page = { tagName: "BODY" }
const pressed = (key, more = {}) => ({ key, target: page, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more })

test("a letter on the page is a command, whatever the shift", () => {
  assert.equal(command(pressed("j")), "j")
  assert.equal(command(pressed("J")), "j")
  assert.equal(command(pressed("?")), "?")
})

test("who types is left alone", () => {
  assert.equal(command(pressed("j", { target: { tagName: "TEXTAREA" } })), "")
  assert.equal(command(pressed("j", { target: { tagName: "INPUT", type: "text" } })), "")
  assert.equal(command(pressed("j", { target: { tagName: "SELECT" } })), "")
})

test("a tick is not typing", () => {
  assert.equal(isTyping({ tagName: "INPUT", type: "checkbox" }), false)
  assert.equal(isTyping({ tagName: "INPUT", type: "radio" }), false)
  assert.equal(isTyping({ tagName: "INPUT", type: "date" }), true)
})

test("keys of the browser's own, keys held down and keys without a letter are no commands", () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) {
    assert.equal(command(pressed("d", more)), "")
  }
  assert.equal(command(pressed("Enter")), "")
  assert.equal(command(pressed("Process")), "")
})
