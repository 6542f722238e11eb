// The steps of a tafel, from planning to closing.
import { arrangeItem } from './arrange'
import { arrive, leave, openTafel } from './attend'
import { closeTafel } from './close'
import { dropDelegate, inviteDelegates, nameDelegate } from './delegates'
import { takeUpItem } from './in-hand'
import { cancelTafel, changeTafel, planNext, planTafel } from './plan'
import { addItem, adoptList, dropItem, reopenList } from './session'

export const tafelSteps = {
  addItem,
  dropItem,
  adoptList,
  nameDelegate,
  dropDelegate,
  inviteDelegates,
  arrangeItem,
  cancelTafel,
  changeTafel,
  openTafel,
  takeUpItem,
  arrive,
  leave,
  planTafel,
  planNext,
  reopenList,
  closeTafel,
}
