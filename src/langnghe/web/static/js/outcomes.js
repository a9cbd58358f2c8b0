// What an answer needs for its outcome, and how a sentence said in the hall joins what is typed. Free of the page.

export const needs = (codes, outcome) => codes.split(" ").includes(outcome)

// What is typed stays; the sentence follows it on a line of its own, once.
export const joined = (typed, said) => {
  const kept = typed.trimEnd()
  if (kept.includes(said)) return typed
  return kept ? `${kept}\n${said}` : said
}
