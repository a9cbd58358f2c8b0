// When a key is a command, and when it is only typing. Free of the page.

const WRITES = new Set(["INPUT", "TEXTAREA", "SELECT"])
const TICKS = new Set(["checkbox", "radio"])

export const isTyping = ({ tagName, type, isContentEditable = false }) =>
  isContentEditable || (WRITES.has(tagName) && !TICKS.has(type))

// The key of a command, or "" while somebody types, holds a key down or uses a key of the browser's own.
export const command = ({ key, ctrlKey, altKey, metaKey, repeat, target }) =>
  ctrlKey || altKey || metaKey || repeat || isTyping(target) || key.length !== 1 ? "" : key.toLowerCase()
