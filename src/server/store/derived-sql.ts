/**
 * What is kept beside a request so that it can be found: shape, ratio, resolution, HDR. The shape
 * is the result's once there is one. `which` is a condition on `generations`.
 */
export const columnsOf = (which: string) => `
  update generations set
    ratio = request ->> '$.aspect_ratio',
    resolution = case when request ->> '$.type' like 'video%'
      then coalesce(request ->> '$.video.resolution', '720p') end,
    hdr = coalesce(request ->> '$.video.hdr', 0),
    aspect = max(1, min(65535, coalesce(
      (select cast(round(1000.0 * width / height) as integer)
        from outputs join media using (sha256)
        where generation_id = generations.id and width is not null
        order by position limit 1),
      cast(round(1000.0 * substr(request ->> '$.aspect_ratio', 1,
        instr(request ->> '$.aspect_ratio', ':') - 1) / nullif(cast(substr(
        request ->> '$.aspect_ratio', instr(request ->> '$.aspect_ratio', ':') + 1) as real), 0))
        as integer),
      case when request ->> '$.type' like 'video%' then 1778 else 1000 end
    )))
  where ${which};
`

/**
 * Who each generation comes from, by the pictures and clips that its request names: generations
 * themselves, and uploads that were made of one (a frame, a part, the same bytes). SQLite quotes
 * names with an underscore in paths.
 */
export const linksOf = (which: string) => `
  insert or ignore into links (child, parent, step, frame, path)
  with named as (
    select generations.seq as child, request ->> '$.type' as type, replace(tree.path, '"', '') as path,
      case when tree.key = 'generation_id' then
        (select seq from generations as parents where parents.id = lower(tree.value))
      else
        (select min(parents.seq) from uploads
          join outputs on outputs.sha256 = coalesce(uploads.from_sha256, uploads.sha256)
          join generations as parents on parents.id = outputs.generation_id
            and parents.seq < generations.seq
          where uploads.id = lower(tree.value))
      end as parent,
      case when tree.key = 'upload_id' then
        (select iif(medium = 'image', from_frame, null) from uploads join media using (sha256)
          where id = lower(tree.value)) end as frame,
      tree.key = 'generation_id' as is_whole
    from generations, json_tree(generations.request) as tree
    where tree.key in ('generation_id', 'upload_id') and ${which}
  )
  select child, parent,
    case
      when path = '$.source' and type = 'video_reframe' then 'reframe'
      when path = '$.source' then 'edit'
      when path like '$.image_ref%' then 'reference'
      when path in ('$.video.start_frame', '$.video.end_frame') then
        case when type = 'video' and is_whole and exists (
          select 1 from generations as parents
            join outputs on outputs.generation_id = parents.id join media using (sha256)
            where parents.seq = parent and medium = 'video'
        ) then iif(path = '$.video.start_frame', 'extend_forward', 'extend_backward')
        else iif(path = '$.video.start_frame', 'start_frame', 'end_frame') end
      else 'keyframe'
    end,
    frame, path
  from named where parent is not null and parent <> child;
`
