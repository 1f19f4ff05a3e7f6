-- Drives Neovim through the scenario as its user would, and writes down what it shows; neovim.editor.ts judges that.
local folder = vim.env.COPYDESK_TRIAL
local scenario = vim.fn.json_decode(vim.fn.readfile(folder .. '/scenario.json'))
local buffer = vim.api.nvim_get_current_buf()

local function tell(step, seen)
  seen.step = step
  vim.fn.writefile({ vim.fn.json_encode(seen) }, folder .. '/seen.jsonl', 'a')
end

local function wait_for(condition)
  vim.wait(20000, condition, 20)
end

-- Waits for so many findings, and for a moment in which there could be others.
local function findings(count)
  wait_for(function() return #vim.diagnostic.get(buffer) == count end)
  vim.wait(300)
  return vim.tbl_map(function(one)
    return {
      rule = one.code, message = one.message, line = one.lnum, start = one.col, ['end'] = one.end_col,
      quote = vim.api.nvim_buf_get_text(buffer, one.lnum, one.col, one.end_lnum, one.end_col, {})[1],
    }
  end, vim.diagnostic.get(buffer))
end

local function go_to(rule)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.code == rule then vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col }) end
  end
end

-- Asks for the menu of actions at the cursor, and takes one as its user would.
local function take(title)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item, items)
    for index, one in ipairs(titles) do
      if one == title then return choose(items[index], index) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait_for(function() return titles ~= nil end)
  return titles
end

local function hover()
  vim.lsp.buf.hover()
  local function window() return vim.b[buffer].lsp_floating_preview end
  wait_for(window)
  return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window()), 0, -1, false), '\n')
end

local function run()
  local all = #scenario.findings
  tell('opened', { findings = findings(scenario.opened) })
  if scenario.isOpenedOnly then return end

  go_to(scenario.quickFix.rule)
  tell('hover', { text = hover() })
  tell('menu', { titles = take(scenario.quickFix.title) })
  tell('fixed', { findings = findings(all - 1), text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') })

  vim.fn.writefile(vim.split(scenario.config, '\n'), 'copydesk.yml')
  vim.cmd('write')
  local left = #scenario.afterQuickFixAndConfig
  tell('configured', { findings = findings(left) })

  go_to(scenario.ignore.rule)
  tell('ignore menu', { titles = take(scenario.ignore.title) })
  vim.cmd('wall')
  vim.cmd('write')
  tell('ignored', { findings = findings(left - 1) })
end

local ok, problem = xpcall(run, debug.traceback)
if not ok then tell('broken', { text = tostring(problem) }) end
vim.cmd('qall!')
