// Which row comes next when one walks a list. Free of the page.

// From nowhere (-1) down leads to the first row and up to the last; at either end one stays.
export const next = (rows, at, step) => {
  if (at < 0) return step > 0 ? rows[0] : rows.at(-1)
  return rows[Math.min(Math.max(at + step, 0), rows.length - 1)]
}
