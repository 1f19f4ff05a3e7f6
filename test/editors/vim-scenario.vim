" Drives Vim with ALE through the scenario as its user would, and writes down what it shows; vim.editor.ts judges that.
let s:folder = $COPYDESK_TRIAL
let s:scenario = json_decode(join(readfile(s:folder . '/scenario.json'), "\n"))
let s:buffer = bufnr('')
let g:ale_hover_to_preview = 1

function! s:Tell(step, seen) abort
  call writefile([json_encode(extend({'step': a:step}, a:seen))], s:folder . '/seen.jsonl', 'a')
endfunction

function! s:WaitFor(Condition) abort
  let l:tries = 0
  while !a:Condition() && l:tries < 400
    sleep 50m
    let l:tries += 1
  endwhile
endfunction

function! s:Shown() abort
  return map(copy(ale#engine#GetLoclist(s:buffer)), {_, one -> {
  \   'rule': one.code, 'message': one.text, 'line': one.lnum, 'start': one.col, 'end': one.end_col,
  \   'quote': getbufline(s:buffer, one.lnum)[0][one.col - 1 : one.end_col - 1],
  \ }})
endfunction

" ALE’s list stays as it was until the server has answered: all is new once each finding marks the words that it should.
function! s:IsInPlace(count) abort
  let l:quotes = {}
  for l:one in s:scenario.findings
    let l:quotes[l:one.rule] = l:one.quote
  endfor
  let l:shown = s:Shown()
  return len(l:shown) == a:count && empty(filter(l:shown, {_, one -> get(l:quotes, one.rule, '') !=# one.quote}))
endfunction

function! s:Findings(count) abort
  call s:WaitFor({-> s:IsInPlace(a:count)})
  sleep 300m
  return {'findings': s:Shown()}
endfunction

" Into the word: on its first letter, ALE asks about the same word further up the line, if it stands there, too.
function! s:GoTo(rule) abort
  for l:one in s:Shown()
    if l:one.rule ==# a:rule
      call cursor(l:one.line, l:one.start + 1)
    endif
  endfor
endfunction

function! s:Titles() abort
  let l:offered = {}
  call ale#codefix#Execute(0, {_, items -> extend(l:offered, {'titles': map(copy(items), {_, item -> item[1].title})})})
  call s:WaitFor({-> has_key(l:offered, 'titles')})
  return get(l:offered, 'titles', [])
endfunction

" Opens ALE’s menu and types the number of what is wanted.
function! s:Take(titles, title) abort
  call feedkeys((index(a:titles, a:title) + 1) . "\<CR>", 'n')
  ALECodeAction
  call s:WaitFor({-> getchar(1) == 0})
  doautocmd <nomodeline> TextChanged
endfunction

function! s:Hover() abort
  ALEHover
  call s:WaitFor({-> !empty(s:Preview())})
  let l:text = join(getbufline(s:Preview()[0], 1, '$'), "\n")
  pclose
  return l:text
endfunction

function! s:Preview() abort
  return filter(tabpagebuflist(), {_, buffer -> getbufvar(buffer, '&filetype') =~# '^ale-preview'})
endfunction

function! s:Steps() abort
  let l:all = len(s:scenario.findings)
  call s:Tell('opened', s:Findings(s:scenario.opened))
  if s:scenario.isOpenedOnly
    return
  endif

  call s:GoTo(s:scenario.quickFix.rule)
  call s:Tell('hover', {'text': s:Hover()})
  let l:titles = s:Titles()
  call s:Tell('menu', {'titles': l:titles})
  call s:Take(l:titles, s:scenario.quickFix.title)
  call s:Tell('fixed', extend(s:Findings(l:all - 1), {'text': join(getline(1, '$'), "\n")}))
  write

  call writefile(split(s:scenario.config, "\n"), 'copydesk.yml')
  write
  let l:left = len(s:scenario.afterQuickFixAndConfig)
  call s:Tell('configured', s:Findings(l:left))

  call s:GoTo(s:scenario.ignore.rule)
  call s:Tell('ignore menu without a side file', {'titles': s:Titles()})
  call writefile([], 'draft.txt.copydesk.yml')
  let l:titles = s:Titles()
  call s:Tell('ignore menu', {'titles': l:titles})
  call s:Take(l:titles, s:scenario.ignore.title)
  wall
  call s:WaitFor({-> getfsize('draft.txt.copydesk.yml') > 0})
  write
  call s:Tell('ignored', s:Findings(l:left - 1))
endfunction

function! s:Run() abort
  try
    call s:Steps()
  catch
    call s:Tell('broken', {'text': v:exception . ' at ' . v:throwpoint})
  endtry
  qall!
endfunction

" Typed, so that Vim is up and in the middle of its own loop.
command! Run call s:Run()
call feedkeys(":Run\<CR>", 'n')
