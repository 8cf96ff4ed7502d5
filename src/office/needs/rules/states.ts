/** Every state of a need (domain: the need's state machine). A draft has no row and so no state here. */
export const needStates = [
  'submitted',
  'recalled',
  'under_review',
  'revision_requested',
  'accepted',
  'rejected',
  'merged',
  'listed',
  'matched',
  'committed',
  'funded',
  'implementing',
  'completed',
  'withdrawn',
  'expired',
] as const;
/** One of `needStates`. */
export type NeedState = (typeof needStates)[number];

/** Everything that can be done to a need and moves it. */
export const needActions = [
  'submit',
  'undo_submit',
  'edit',
  'take',
  'release',
  'request_revision',
  'undo_request_revision',
  'accept',
  'undo_accept',
  'reject',
  'undo_reject',
  'merge',
  'unmerge',
  'validate',
  'refuse',
  'list',
  'unlist',
  'interest',
  'decline',
  'commit',
  'uncommit',
  'fund',
  'start',
  'finish',
  'withdraw',
  'expire',
] as const;
/** One of `needActions`. */
export type NeedAction = (typeof needActions)[number];

/** Where each action leads; what is not written here is not possible. `submit` from `new` gives a need its row. */
const table: Readonly<Record<NeedState | 'new', Partial<Record<NeedAction, NeedState>>>> = {
  new: { submit: 'submitted' },
  submitted: { undo_submit: 'recalled', take: 'under_review', edit: 'submitted', withdraw: 'withdrawn' },
  recalled: { submit: 'submitted', withdraw: 'withdrawn' },
  under_review: {
    release: 'submitted',
    request_revision: 'revision_requested',
    accept: 'accepted',
    reject: 'rejected',
    merge: 'merged',
    // The reviewer is told: what was being read is no longer the newest.
    edit: 'submitted',
    withdraw: 'withdrawn',
  },
  revision_requested: { edit: 'submitted', undo_request_revision: 'under_review', withdraw: 'withdrawn' },
  accepted: {
    undo_accept: 'under_review',
    // The accepted revision stays the valid one until the new one is validated.
    edit: 'accepted',
    validate: 'accepted',
    refuse: 'accepted',
    list: 'listed',
    withdraw: 'withdrawn',
  },
  rejected: { undo_reject: 'under_review' },
  merged: { unmerge: 'under_review' },
  listed: { unlist: 'accepted', interest: 'matched', expire: 'expired', withdraw: 'withdrawn' },
  matched: { decline: 'listed', commit: 'committed', withdraw: 'withdrawn' },
  committed: { uncommit: 'listed', fund: 'funded' },
  funded: { start: 'implementing' },
  implementing: { finish: 'completed' },
  completed: {},
  withdrawn: {},
  expired: {},
};

/** The state after an action, or null where the action is not possible. `new`: before the first submission. */
export function next(state: NeedState | 'new', action: NeedAction): NeedState | null {
  return table[state][action] ?? null;
}

/** The states from which an action is possible: what a guarded update demands. */
export function statesFor(action: NeedAction): readonly NeedState[] {
  return needStates.filter((state) => table[state][action] !== undefined);
}

/** States whose content other units and guests may see. */
export const publishedStates: readonly NeedState[] = [
  'listed',
  'matched',
  'committed',
  'funded',
  'implementing',
  'completed',
];

/** The six words by which a unit knows its needs. */
export type UnitWord = 'draft' | 'waiting' | 'revise' | 'accepted' | 'not_listed' | 'withdrawn';

/** What a unit sees of a state. A merged need lives on in another: accepted. An expired one is no longer on the list. */
export function unitWord(state: NeedState): UnitWord {
  switch (state) {
    case 'recalled':
      return 'draft';
    case 'submitted':
    case 'under_review':
      return 'waiting';
    case 'revision_requested':
      return 'revise';
    case 'rejected':
    case 'expired':
      return 'not_listed';
    case 'withdrawn':
      return 'withdrawn';
    default:
      return 'accepted';
  }
}
