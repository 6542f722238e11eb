// The columns that a file with dwellings can have. Codes are those of VERA, or what they are called here.
import { processes } from '../case/steps'
import { code } from '../kernel/field'
import type { ColumnOf } from './column'

const { facts } = processes.dwelling.compartments
const f = facts.fields

/** In the order of the template. */
export const dwellingColumns = {
  unitNumber: {
    field: f.unitNumber,
    names: ['eenheidnummer', 'vhe', 'vhe nummer', 'objectnummer', 'unit number'],
  },
  street: { field: f.street, names: ['straat', 'straatnaam', 'street'], needed: true },
  houseNumber: {
    field: f.houseNumber,
    names: ['huisnummer', 'nummer', 'huisnummer en toevoeging', 'house number'],
    needed: true,
  },
  postcode: { field: f.postcode, names: ['postcode', 'post code'], needed: true },
  municipality: { field: f.municipality, names: ['gemeente', 'plaats', 'municipality'], needed: true },
  neighbourhood: { field: f.neighbourhood, names: ['wijk', 'buurt', 'neighbourhood'] },
  complex: { field: f.complex, names: ['complex', 'complexnaam', 'naam complex'] },
  entrance: { field: f.entrance, names: ['portiek', 'opgang', 'entrance'] },
  type: {
    // In the register it may be unknown of old; a file that brings dwellings says it.
    field: code('dwellingType', f.type.codes),
    names: ['soort woning', 'eenheiddetailsoort', 'woningtype', 'type', 'kind of home'],
    needed: true,
  },
  rooms: { field: f.rooms, names: ['aantal kamers', 'kamers', 'rooms'], needed: true },
  surface: { field: f.surface, names: ['oppervlakte', 'm2', 'woonoppervlakte', 'surface'] },
  floor: {
    field: f.floor,
    names: ['verdieping', 'etage', 'floor'],
    also: { begane: '0', beganegrond: '0' },
    needed: true,
  },
  lift: {
    field: f.lift,
    names: ['lift', 'elevator'],
    also: { ja: 'yes', nee: 'no', yes: 'yes', no: 'no' },
    needed: true,
  },
  accessibility: {
    field: f.accessibility,
    names: ['toegankelijkheid', 'toegankelijkheidslabel', 'accessibility'],
    needed: true,
  },
  energyLabel: {
    field: f.energyLabel,
    names: ['energielabel', 'energy label'],
    also: { 'a+': 'AP', 'a++': 'APP', 'a+++': 'AP3', 'a++++': 'AP4' },
  },
  outdoorSpace: { field: f.outdoorSpace, names: ['buitenruimte', 'outdoor space'] },
  rent: {
    field: f.rent,
    names: ['kale huur', 'kale huur per maand', 'netto huur', 'huur', 'rent'],
    needed: true,
  },
  serviceCosts: { field: f.serviceCosts, names: ['servicekosten', 'service costs'] },
  availableFrom: {
    field: f.availableFrom,
    names: ['beschikbaar vanaf', 'vrij per', 'beschikbaar', 'available from'],
    needed: true,
  },
} as const satisfies Record<string, ColumnOf>

/** The invented dwelling of the template; nothing of this name comes in. */
export const exampleDwelling = { street: 'Voorbeeldstraat (verzonnen)', houseNumber: '1' } as const
