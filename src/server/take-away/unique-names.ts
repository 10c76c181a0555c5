/**
 * Gives each name once: as it is, or with `-2`, `-3` … behind it. Names that differ in case or in
 * how their signs are composed are one, as on many disks.
 */
export function createUniqueNames(taken: readonly string[] = []) {
  const given = new Set(taken.map(sameOnDisk))
  const last = new Map<string, number>()

  return (stem: string, extension: string): string => {
    const key = sameOnDisk(stem + extension)
    for (let count = last.get(key) ?? 1; ; count++) {
      const name = count === 1 ? stem + extension : `${stem}-${count}${extension}`
      if (given.has(sameOnDisk(name))) continue
      given.add(sameOnDisk(name))
      last.set(key, count + 1)
      return name
    }
  }
}

const sameOnDisk = (name: string) => name.normalize('NFC').toLowerCase()
