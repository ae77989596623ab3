/** Reads one line of a GeoNames dump (19 tab-separated columns) and decides which of its names are worth keeping. */
import { keyWords, looseKey, placeKey, withoutArticle, type Transliteration } from './key.ts'
import type { IndexKeys, RawPlace } from './index-bytes.ts'

/** Feature classes and codes kept from a full dump: populated and administrative places, and the sites that reports of conflict name. */
const KEPT_SPOTS = new Set(['AIRB', 'AIRF', 'AIRP', 'INSM', 'MILB', 'NVB', 'FT', 'PRN', 'DAM', 'BDG', 'CMP', 'CMPRF', 'CSTL', 'HSP', 'MKT', 'MSQE', 'CH', 'PSN', 'PS', 'PSH', 'OILR', 'MN', 'PRT', 'PIER', 'RSTN', 'UNIV', 'PSTB', 'PSTC', 'PSTP', 'GATE', 'MNMT', 'REL', 'ZN', 'DIP', 'GOVL', 'CTRM'])
const KEPT_LAND = new Set(['RGN', 'AREA', 'CST', 'OILF', 'MILB', 'NVB', 'PRT', 'LCTY', 'GASF', 'PRK', 'RES'])
const KEPT_NATURE = new Set(['STRT', 'GULF', 'SEA', 'BAY', 'ISL', 'ISLS', 'PASS', 'VAL', 'DSRT', 'MTS', 'PEN', 'CAPE', 'STM', 'LK', 'WAD', 'PLAT'])

/** A place, or null for a line that is not one or is of a kind not kept; 'damaged' for a line without GeoNames' columns. */
export function readGeonamesLine(line: string): RawPlace | null | 'damaged' {
  const cells = line.split('\t')
  if (cells.length < 18) return line.trim() === '' ? null : 'damaged'
  const id = Number(cells[0]), latitude = Number(cells[4]), longitude = Number(cells[5])
  if (!Number.isInteger(id) || id <= 0 || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return 'damaged'
  if (!isKept(cells[6]!, cells[7]!)) return null
  return {
    id, latitude, longitude, name: cells[1]!, alternates: keptNames(cells[2]!, cells[3]!), kind: cells[7]!,
    country: cells[8]!, admin1: cells[10]!, population: Math.max(0, Number(cells[14]) || 0),
  }
}

function isKept(featureClass: string, code: string): boolean {
  if (featureClass === 'P') return code !== 'PPLCH' && code !== 'PPLQ' && code !== 'PPLH'
  if (featureClass === 'A') return code.startsWith('ADM') && !code.endsWith('H')
  return (featureClass === 'S' ? KEPT_SPOTS : featureClass === 'L' ? KEPT_LAND : KEPT_NATURE).has(code)
}

/** Latin-script names only; without airport codes and the lower-case letter-by-letter romanisations that GeoNames mixes in. */
function keptNames(ascii: string, alternates: string): readonly string[] {
  return [ascii, ...alternates.split(',').filter(isEnglishLike)]
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{N}\p{Zs}ʼʹʻʾʿ`´]+$/u
const CODE = /^[A-Z]{2,4}$|\d|\//
const LOWER_START = /^(?!(?:al|el|as|ash|ad|ar|an|at|az|es|esh|ed|er|en|et|ez|de|la|le|les|los|las|s|t)[- ’'])\p{Ll}/u

function isEnglishLike(name: string): boolean {
  return name.length > 1 && name.length <= 60 && LATIN.test(name) && !CODE.test(name) && !LOWER_START.test(name)
}

/** The keys under which a GeoNames name is stored; `scriptOf` gives a country's `script` column. */
export function geonamesKeys(scriptOf: (country: string) => string, table: Transliteration): IndexKeys {
  return {
    plain: (name, country) => {
      const key = placeKey(name), bare = scriptOf(country) === 'arabic' ? withoutArticle(key) : null
      return bare === null ? [key] : [key, bare]
    },
    loose: (key, country) => keyWords(key).length > 5 ? null : looseKey(key, scriptOf(country), table),
  }
}
