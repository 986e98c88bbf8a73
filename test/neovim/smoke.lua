-- Drives the language server from neovim (0.7 or newer), through both languages. run.mjs starts this and sets SERVER,
-- NODE and FOLDER. Prints a line a check and ends with numbers in the way mocha does.

local passed, failed = 0, 0

local function say(line)
  io.stdout:write(line .. '\n')
end

local function check(title, body)
  local ok, problem = pcall(body)
  if ok then
    passed = passed + 1
    say('  ok ' .. title)
  else
    failed = failed + 1
    say('  FAILED ' .. title .. ': ' .. tostring(problem))
  end
end

local function until_true(what, condition)
  assert(vim.wait(10000, condition, 20), 'not in 10 s: ' .. what)
end

-- vim.lsp.start_client is what 0.7 has; newer versions warn about it.
local function start(root, language)
  local config = { name = 'linux-ha-' .. language, cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' }, root_dir = root }
  if vim.fn.has('nvim-0.8') == 1 then
    return vim.lsp.start(config, { attach = false, bufnr = vim.api.nvim_get_current_buf() })
  end
  return vim.lsp.start_client(config)
end

local function codes(buffer, line)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(buffer)) do
    if line == nil or item.lnum == line then
      local lsp = item.user_data and item.user_data.lsp
      found[tostring(item.code or (lsp and lsp.code))] = true
    end
  end
  return found
end

local function ask(buffer, client, method, params)
  params = params or {}
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 10000), method .. ': no answer')
  local answer = assert(answers[client], method .. ': no answer')
  assert(not answer.err, method .. ': ' .. vim.inspect(answer.err))
  return answer.result
end

local function labels(list)
  local found = {}
  for _, item in ipairs(list.items or list) do
    found[item.label] = true
  end
  return found
end

local function names(symbols)
  local found = {}
  for _, symbol in ipairs(symbols or {}) do
    found[symbol.name] = true
  end
  return found
end

local function text_of(contents)
  if type(contents) == 'string' then
    return contents
  end
  return contents.value or table.concat(vim.tbl_map(text_of, contents), '\n')
end

-- A buffer of its own, so that what the other checks type does not matter.
local function other_buffer(name, language, text, client)
  local path = vim.env.FOLDER .. '/' .. name
  vim.fn.writefile(text, path)
  local buffer = vim.fn.bufadd(path)
  vim.fn.bufload(buffer)
  vim.bo[buffer].filetype = language
  vim.lsp.buf_attach_client(buffer, client)
  return buffer
end

local function lines_of(places)
  local found = {}
  for _, place in ipairs(places or {}) do
    table.insert(found, (place.targetSelectionRange or place.range).start.line)
  end
  table.sort(found)
  return table.concat(found, ' ')
end

local function same(actual, expected, what)
  assert(actual == expected, what .. ': ' .. vim.inspect(actual) .. ', expected ' .. vim.inspect(expected))
end

-- What neovim 0.7 asks by itself: definition, references, highlights, rename, lenses, calls, symbols. Folds, hints, tokens
-- and links are asked here as newer ones do.
local function move_about(buffer, client, at, expected)
  local position = { position = at }
  same(lines_of(ask(buffer, client, 'textDocument/definition', position)), expected.definition, 'definition')
  local context = { includeDeclaration = true }
  local references = ask(buffer, client, 'textDocument/references', { position = at, context = context })
  same(lines_of(references), expected.references, 'references')
  local highlights = ask(buffer, client, 'textDocument/documentHighlight', position)
  same(lines_of(highlights), expected.references, 'highlights')
  assert(ask(buffer, client, 'textDocument/prepareRename', position), 'no name to change')
  local edit = ask(buffer, client, 'textDocument/rename', { position = at, newName = 'renamed' })
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
  for _, line in ipairs(vim.split(expected.references, ' ')) do
    local text = vim.api.nvim_buf_get_lines(buffer, tonumber(line), line + 1, true)[1]
    assert(text:find('renamed', 1, true), 'not renamed: ' .. text)
  end
  assert(#ask(buffer, client, 'textDocument/foldingRange') > 0, 'no folds')
  assert(#ask(buffer, client, 'textDocument/semanticTokens/full').data > 0, 'no tokens')
  assert(#ask(buffer, client, 'textDocument/selectionRange', { positions = { at } }) == 1, 'no selection')
  local calls = ask(buffer, client, 'textDocument/prepareCallHierarchy', position)
  local after = ask(buffer, client, 'callHierarchy/outgoingCalls', { item = calls[1] })
  same(after[1] and after[1].to.name, expected.after, 'what comes after')
  ask(buffer, client, 'textDocument/codeLens')
  ask(buffer, client, 'textDocument/documentLink')
  local all = { start = { line = 0, character = 0 }, ['end'] = { line = 9, character = 0 } }
  assert(#ask(buffer, client, 'textDocument/inlayHint', { range = all }) > 0, 'no hints')
  local symbols = ask(buffer, client, 'workspace/symbol', { query = 'renamed' })
  assert(names(symbols).renamed, 'no symbol of the workspace')
end

-- What neovim asks when it formats, types and is asked for code actions.
local function edit_there(buffer, client, expected)
  local options = { tabSize = 2, insertSpaces = true }
  local typed = ask(buffer, client, 'textDocument/onTypeFormatting', {
    position = expected.typed.position,
    ch = expected.typed.character,
    options = options,
  })
  assert(typed and #typed > 0, 'nothing for ' .. expected.typed.character)
  local all = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } }
  local actions = ask(buffer, client, 'textDocument/codeAction', { range = all, context = { diagnostics = {} } })
  local titles = vim.tbl_map(function(action)
    return action.title
  end, actions or {})
  local found = vim.tbl_filter(function(title)
    return title:find(expected.action, 1, true) == 1
  end, titles)
  assert(#found == 1, expected.action .. ' is not among ' .. vim.inspect(titles))
  local edits = ask(buffer, client, 'textDocument/formatting', { options = options })
  vim.lsp.util.apply_text_edits(edits, buffer, 'utf-16')
  same(table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n'), expected.formatted, 'formatted')
end

local cases = {
  {
    language = 'crm',
    file = 'cluster.crm',
    text = {
      'node 1: alpha',
      'primitive vip ocf:heartbeat:IPaddr2 params ip=“192.0.2.1”',
      'group services vip',
      'pri',
    },
    wrong = { line = 1, code = 'crm/typographic-quote', from = '“192.0.2.1”', to = '192.0.2.1' },
    completion = { line = 3, character = 3, label = 'primitive' },
    hover = { line = 1, character = 3 },
    symbol = 'vip',
    moving = function(_, client)
      local text = {
        'primitive f ocf:heartbeat:Filesystem \\',
        '  op start interval=0',
        'primitive w ocf:heartbeat:Dummy',
        'order o f w',
        'group g f',
      }
      local buffer = other_buffer('moving.crm', 'crm', text, client)
      local expected = { definition = '0', references = '0 3 4', after = 'w' }
      move_about(buffer, client, { line = 3, character = 8 }, expected)
    end,
    editing = function(client)
      local buffer = other_buffer('editing.crm', 'crm', {
        'primitive a Dummy',
        'params x=1',
        'primitive b   Dummy meta y=1',
        'primitive c Dummy',
      }, client)
      edit_there(buffer, client, {
        typed = { position = { line = 1, character = 0 }, character = '\n' },
        action = 'Group',
        formatted = 'primitive a Dummy\nparams x=1\nprimitive b Dummy \\\n  meta y=1\nprimitive c Dummy',
      })
    end,
  },
  {
    language = 'drbd',
    file = 'r0.res',
    text = {
      'resource r0 {',
      '  net {',
      '    protocoll C;',
      '    protocol C;',
      '    allow-two-p',
      '  }',
      '}',
    },
    wrong = { line = 2, code = 'drbd/unknown-option', from = 'protocoll C;', to = 'timeout 60;' },
    completion = { line = 4, character = 15, label = 'allow-two-primaries' },
    hover = { line = 3, character = 6 },
    symbol = 'r0',
    moving = function(_, client)
      local text = {
        'resource m0 {',
        '  net { timeout 60; }',
        '}',
        'resource m1 {',
        '  disk { resync-after m0; }',
        '}',
      }
      local buffer = other_buffer('moving.res', 'drbd', text, client)
      local expected = { definition = '0', references = '0 4', after = 'm1' }
      move_about(buffer, client, { line = 4, character = 23 }, expected)
    end,
    editing = function(client)
      local buffer = other_buffer('editing.res', 'drbd', {
        'resource e0 {',
        'volume 0 { device minor 9; disk /dev/vg/e; meta-disk internal; }',
        'on a { address 10.0.0.9:7799; }',
        '      }',
      }, client)
      edit_there(buffer, client, {
        typed = { position = { line = 3, character = 7 }, character = '}' },
        action = 'Add volume 1',
        formatted = 'resource e0 {\n  volume 0 { device minor 9; disk /dev/vg/e; meta-disk internal; }\n'
          .. '  on a { address 10.0.0.9:7799; }\n}',
      })
    end,
  },
}

local function open(case)
  local path = vim.env.FOLDER .. '/' .. case.file
  vim.fn.writefile(case.text, path)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = case.language
  return buffer
end

local function run(case)
  say(case.language)
  local buffer, client
  local there = false
  check('the server starts', function()
    buffer = open(case)
    client = assert(start(vim.env.FOLDER, case.language), 'no client')
    vim.lsp.buf_attach_client(buffer, client)
    until_true('an answer to initialize', function()
      local found = vim.lsp.get_client_by_id(client)
      return found and found.initialized
    end)
    there = true
  end)
  if not there then
    return
  end

  local wrong = case.wrong
  check('a mistake is reported on its line', function()
    until_true(wrong.code, function()
      return codes(buffer, wrong.line)[wrong.code]
    end)
  end)
  check('completion offers ' .. case.completion.label, function()
    local position = { line = case.completion.line, character = case.completion.character }
    -- Asked again while the server still reads its tables: it is quiet then.
    local found
    for _ = 1, 100 do
      found = labels(ask(buffer, client, 'textDocument/completion', { position = position }))
      if found[case.completion.label] then
        return
      end
      vim.wait(50, function() end)
    end
    error('only ' .. vim.inspect(vim.tbl_keys(found)))
  end)
  check('hover explains', function()
    local answer = ask(buffer, client, 'textDocument/hover', { position = case.hover })
    assert(answer and text_of(answer.contents) ~= '', 'no text')
  end)
  check('the outline has ' .. case.symbol, function()
    local found = names(ask(buffer, client, 'textDocument/documentSymbol'))
    assert(found[case.symbol], vim.inspect(found))
  end)
  check('moving about', function()
    case.moving(buffer, client)
  end)
  check('formatting, typing and changes that are offered', function()
    case.editing(client)
  end)
  check('an edit takes the report away, another brings it back', function()
    local line = vim.api.nvim_buf_get_lines(buffer, wrong.line, wrong.line + 1, true)[1]
    local from = assert(line:find(wrong.from, 1, true)) - 1
    local function replace(old, new)
      vim.api.nvim_buf_set_text(buffer, wrong.line, from, wrong.line, from + #old, { new })
    end
    replace(wrong.from, wrong.to)
    until_true('no ' .. wrong.code, function()
      return not codes(buffer, wrong.line)[wrong.code]
    end)
    replace(wrong.to, wrong.from)
    until_true(wrong.code .. ' again', function()
      return codes(buffer, wrong.line)[wrong.code]
    end)
  end)
  check('the server stops when asked', function()
    local found = vim.lsp.get_client_by_id(client)
    local methods = vim.fn.has('nvim-0.11') == 1 -- before, these were plain functions
    found.stop(methods and found or nil)
    until_true('the end', function()
      return found.is_stopped(methods and found or nil)
    end)
  end)
end

local ok, problem = pcall(function()
  for _, case in ipairs(cases) do
    run(case)
  end
end)
if not ok then
  failed = failed + 1
  say('  FAILED ' .. tostring(problem))
end
say(string.format('\n  %d passing\n  %d failing', passed, failed))
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
