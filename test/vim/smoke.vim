" Drives the language server from Vim through ALE. run.mjs starts this and sets SERVER, NODE and FOLDER.
" Prints a line a check and ends with numbers as mocha does.
set nocompatible nomore noswapfile hidden
set runtimepath^=/usr/share/vim-ale
let g:ale_lint_on_text_changed = 'always'
let g:ale_lint_delay = 50
let g:ale_linters_explicit = 1
filetype on
runtime plugin/ale.vim

" What docs/editors.md tells users to write, with this server.
augroup linux_ha
  autocmd!
  autocmd BufRead,BufNewFile *.crm,*.pcmk set filetype=crm
  autocmd BufRead,BufNewFile drbd.conf,*/drbd.d/*.res,*/drbd.d/*.conf set filetype=drbd
augroup END
for s:language in ['crm', 'drbd']
  call ale#linter#Define(s:language, {
  \ 'name': 'linux-ha',
  \ 'lsp': 'stdio',
  \ 'executable': $NODE,
  \ 'command': '%e ' . shellescape($SERVER) . ' --stdio',
  \ 'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
  \ 'language': s:language,
  \})
endfor
let g:ale_linters = {'crm': ['linux-ha'], 'drbd': ['linux-ha']}

let s:passed = 0
let s:failed = 0
let s:lines = ['Vim']

function! s:Until(what, condition) abort
  for s:i in range(400)
    if a:condition()
      return
    endif
    sleep 50m
  endfor
  throw 'not in 20 s: ' . a:what
endfunction

function! s:Check(title, body) abort
  try
    call a:body()
    let s:passed += 1
    call add(s:lines, '  ok ' . a:title)
  catch
    let s:failed += 1
    call add(s:lines, '  FAILED ' . a:title . ': ' . v:exception)
  endtry
endfunction

function! s:Has(pattern) abort
  return len(filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> item.text =~# a:pattern})) > 0
endfunction

function! s:Open(name, lines) abort
  let l:path = $FOLDER . '/' . a:name
  call mkdir(fnamemodify(l:path, ':h'), 'p')
  call writefile(a:lines, l:path)
  execute 'edit ' . fnameescape(l:path)
  execute 'doautocmd BufRead ' . fnameescape(l:path)
  ALELint
endfunction

function! s:Crm() abort
  call s:Open('a.crm', ['primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1 cidr_netmaks=24'])
  call s:Until('the misspelt parameter', {-> s:Has('cidr_netmask')})
endfunction

function! s:Gone() abort
  call setline(1, substitute(getline(1), 'netmaks', 'netmask', ''))
  ALELint
  call s:Until('no finding about it', {-> !s:Has('cidr_netmask')})
endfunction

function! s:Drbd() abort
  call s:Open('drbd.d/r0.res', ['resource r0 {', '  net {', '    protocoll C;', '  }', '}'])
  call s:Until('the misspelt option', {-> s:Has('protocol')})
endfunction

call s:Check('a crm file has its finding', function('s:Crm'))
call s:Check('it goes when the word is right', function('s:Gone'))
call s:Check('a DRBD file has its finding', function('s:Drbd'))
call extend(s:lines, ['', '  ' . s:passed . ' passing'])
if s:failed > 0
  call add(s:lines, '  ' . s:failed . ' failing')
endif
call writefile(s:lines, $FOLDER . '/result.txt')
if s:failed > 0
  cquit!
endif
qall!
