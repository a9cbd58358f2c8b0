// What can be chosen about the look of this machine, and where the choice is kept. Free of the page.

export const CHOICES = {
  letters: ["normal", "large", "largest"],
  theme: ["machine", "light", "dark"],
}

export const keyOf = (name) => `langnghe.${name}`

// The first of each list is what a machine does when nobody has chosen.
export const read = (store, name) => {
  const [usual] = CHOICES[name]
  try {
    const value = store.getItem(keyOf(name))
    return CHOICES[name].includes(value) ? value : usual
  } catch {
    return usual
  }
}

// A browser that keeps nothing still shows the page; the choice is then simply not remembered.
export const choose = (store, name, value) => {
  if (!CHOICES[name]?.includes(value)) return false
  try {
    store.setItem(keyOf(name), value)
    return true
  } catch {
    return false
  }
}
