import assert from "node:assert/strict"
import { test } from "node:test"

import { joined, needs } from "../../src/langnghe/web/static/js/outcomes.js"

test("a field is needed by the outcomes that name it, and by none while nothing is chosen", () => {
  assert.equal(needs("done partly", "partly"), true)
  assert.equal(needs("done partly", "will-do"), false)
  assert.equal(needs("done partly", ""), false)
})

test("what was said in the hall follows what is typed", () => {
  assert.equal(joined("", "Tuần sau xã khảo sát."), "Tuần sau xã khảo sát.")
  assert.equal(joined("Đã ghi nhận. \n", "Tuần sau xã khảo sát."), "Đã ghi nhận.\nTuần sau xã khảo sát.")
})

test("the same sentence is copied once", () => {
  const once = joined("", "Tuần sau xã khảo sát.")

  assert.equal(joined(once, "Tuần sau xã khảo sát."), once)
})
