// Size of letters and light or dark, as chosen on this machine; before the first letter is drawn, so nothing jumps.

(() => {
  const chosen = (name) => {
    try {
      return localStorage.getItem(`langnghe.${name}`)
    } catch {
      return null
    }
  }

  const MEDIA = { dark: "screen", light: "not all" }

  const apply = () => {
    document.documentElement.dataset.letters = chosen("letters") ?? "normal"
    document.documentElement.dataset.theme = chosen("theme") ?? "machine"
    const dark = document.getElementById("dark")
    if (dark) dark.media = MEDIA[chosen("theme")] ?? "screen and (prefers-color-scheme: dark)"
  }

  apply()
  addEventListener("look", apply)
})()
