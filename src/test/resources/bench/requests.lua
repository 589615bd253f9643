-- Sends the requests of a file, one a line: method, path and body with tabs between them.
-- Arguments: the file; "again" starts it anew when it is used up, else the last is sent again.
local requests = {}
local count, at, again = 0, 0, false

function init(args)
  again = args[2] == "again"
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%S+)\t(%S+)\t(.*)$")
    count = count + 1
    requests[count] = wrk.format(method, path, wrk.headers, body ~= "" and body or nil)
  end
end

function request()
  if at == count then
    at = again and 0 or count - 1
  end
  at = at + 1
  return requests[at]
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
