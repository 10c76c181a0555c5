import { imageRefLimit, mangaRatios } from './image.ts'
import { type Rule, ruleAt } from './rule.ts'

export const imageRules: Rule[] = [
  ruleAt(
    'manga_ratio',
    'aspect_ratio',
    'Manga pages are tall: choose 2:3, 9:16, 1:2 or 1:3, or leave the ratio to the model.',
    (draft) =>
      draft.type === 'image' &&
      draft.style === 'manga' &&
      draft.aspect_ratio !== undefined &&
      !mangaRatios.includes(draft.aspect_ratio),
    { detail: "aspect_ratio: style 'manga' supports only 2:3, 9:16, 1:2, 1:3" },
  ),
  ruleAt(
    'image_ref_limit',
    'image_ref',
    'A picture takes up to 9 references.',
    (draft) => draft.type === 'image' && (draft.image_ref?.length ?? 0) > imageRefLimit.image,
    { status: 400, detail: 'image supports up to 9 reference images' },
  ),
  ruleAt(
    'image_edit_ref_limit',
    'image_ref',
    'An edit takes up to 8 references: its source occupies one of the 9 places.',
    (draft) =>
      draft.type === 'image_edit' && (draft.image_ref?.length ?? 0) > imageRefLimit.image_edit,
    {
      status: 400,
      detail: 'image_edit supports up to 8 reference images (source occupies one slot)',
    },
  ),
]
