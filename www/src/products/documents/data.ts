import type { Teammate } from '../../shared/team/teammate.ts'
import type { Doc, Folder, Form, Template } from './records.ts'
import { createSamples } from './samples.ts'

/** The names of the people, by the id that records and snapshots use. */
export const NAMES: Readonly<Record<string, string>> = {
  owner: 'Account owner',
  admin: 'Admin',
  manager: 'Manager',
  member: 'Member',
  collaborator: 'Collaborator',
  reviewer: 'Contract reviewer',
}

export const useTeams = createSamples<Readonly<Record<string, readonly Teammate[]>>>({
  sales: [
    teammate('owner', 'owner'),
    teammate('admin', 'admin'),
    teammate('manager', 'manager'),
    teammate('member', 'member'),
    teammate('collaborator', 'collaborator'),
  ],
  legal: [
    teammate('owner', 'owner'),
    teammate('manager', 'member'),
    teammate('reviewer', 'contract-reviewer'),
  ],
})

export const useFolders = createSamples<readonly Folder[]>([
  { id: 'f1', name: 'Offers', workspace: 'sales', owner: 'manager', sharedWith: ['collaborator'] },
  { id: 'f2', name: 'Member’s drafts', workspace: 'sales', owner: 'member', sharedWith: [] },
  { id: 'f3', name: 'Board', workspace: 'sales', owner: 'owner', sharedWith: [] },
  { id: 'f4', name: 'Contracts', workspace: 'legal', owner: 'owner', sharedWith: [] },
  { id: 'f5', name: 'Manager’s notes', workspace: 'legal', owner: 'manager', sharedWith: [] },
])

const OFFER = [
  'Sample Studio designs the wayfinding for two floors, from first sketches to the finished signs.',
  'Work starts within two weeks of the signature and takes ten weeks. Half of the fee is due at the start, the other half when the signs are installed.',
]
const CONTRACT = [
  'The parties keep confidential what they learn from each other, during the work and for two years afterwards.',
  'Either party may end this agreement with thirty days’ written notice.',
]

export const useDocuments = createSamples<readonly Doc[]>([
  {
    id: 'd1',
    name: 'Offer for Halden Cycles',
    workspace: 'sales',
    folder: 'f1',
    owner: 'manager',
    status: 'Draft',
    approver: null,
    sharedWith: [{ id: 'collaborator', edit: true }],
    text: OFFER,
  },
  {
    id: 'd2',
    name: 'Offer for Campus Rides',
    workspace: 'sales',
    folder: 'f1',
    owner: 'member',
    status: 'Waiting for approval',
    approver: 'manager',
    sharedWith: [],
    text: OFFER,
  },
  {
    id: 'd3',
    name: 'Service contract, Stad in Beweging',
    workspace: 'sales',
    folder: 'f1',
    owner: 'admin',
    status: 'Sent',
    approver: null,
    sharedWith: [{ id: 'member' }],
    text: CONTRACT,
  },
  {
    id: 'd4',
    name: 'Price list',
    workspace: 'sales',
    folder: 'f3',
    owner: 'owner',
    status: 'Draft',
    approver: null,
    sharedWith: [],
    text: OFFER,
  },
  {
    id: 'd5',
    name: 'Offer for a museum',
    workspace: 'sales',
    folder: 'f2',
    owner: 'member',
    status: 'Draft',
    approver: null,
    sharedWith: [],
    text: OFFER,
  },
  {
    id: 'd6',
    name: 'Secrecy agreement, Fjordbud',
    workspace: 'sales',
    folder: 'f1',
    owner: 'manager',
    status: 'Sent',
    approver: null,
    sharedWith: [{ id: 'collaborator' }],
    text: CONTRACT,
  },
  {
    id: 'd7',
    name: 'Master services agreement',
    workspace: 'legal',
    folder: 'f4',
    owner: 'owner',
    status: 'Waiting for approval',
    approver: 'reviewer',
    sharedWith: [],
    text: CONTRACT,
  },
  {
    id: 'd8',
    name: 'Reseller agreement',
    workspace: 'legal',
    folder: 'f4',
    owner: 'owner',
    status: 'Draft',
    approver: null,
    sharedWith: [{ id: 'manager' }],
    text: CONTRACT,
  },
  {
    id: 'd9',
    name: 'Notes on data processing',
    workspace: 'legal',
    folder: 'f5',
    owner: 'manager',
    status: 'Draft',
    approver: null,
    sharedWith: [],
    text: CONTRACT,
  },
])

export const useTemplates = createSamples<readonly Template[]>([
  { id: 't1', name: 'Offer, two pages', workspace: 'sales', owner: 'manager', used: 41 },
  { id: 't2', name: 'Offer for museums', workspace: 'sales', owner: 'member', used: 6 },
  { id: 't3', name: 'Service contract', workspace: 'sales', owner: 'admin', used: 18 },
  { id: 't4', name: 'Secrecy agreement', workspace: 'legal', owner: 'owner', used: 27 },
])

export const useForms = createSamples<readonly Form[]>([
  {
    id: 'q1',
    name: 'Ask for an offer',
    workspace: 'sales',
    owner: 'admin',
    isLive: true,
    responses: 132,
  },
  {
    id: 'q2',
    name: 'How did we do?',
    workspace: 'sales',
    owner: 'manager',
    isLive: false,
    responses: 0,
  },
  {
    id: 'q3',
    name: 'Become a reseller',
    workspace: 'legal',
    owner: 'owner',
    isLive: true,
    responses: 9,
  },
])

function teammate(id: string, role: string): Teammate {
  return { id, name: NAMES[id] ?? id, roles: [role] }
}
