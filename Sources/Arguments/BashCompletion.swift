extension Program {
  /// The script for `source <(build-site completion bash)`; works with bash 3.2, which macOS has.
  ///
  /// With `-o default` an empty reply completes file names.
  var bashCompletion: String {
    """
    \(functionName)() {
      local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
      local command="" words=""
      if ((COMP_CWORD > 1)); then command="${COMP_WORDS[1]}"; fi
      case "$command $previous" in
    \(bashValues)  esac
      if [[ -z "$words" ]]; then
        case "$command" in
    \(bashCommands)    esac
      fi
      COMPREPLY=($(compgen -W "$words" -- "$word"))
    }
    complete -o default -F \(functionName) \(name)

    """
  }

  /// What follows an option that takes a value.
  private var bashValues: String {
    allCommands.flatMap { command in
      command.options.compactMap { option -> String? in
        guard let kind = option.wordKind else { return nil }
        let pattern = "\"\(command.name) \(option.spelling)\")"
        guard case .oneOf(let words) = kind else {
          return "    \(pattern) COMPREPLY=(); return ;;\n"
        }
        return "    \(pattern) words=\(singleQuoted(words.joined(separator: " "))) ;;\n"
      }
    }.joined()
  }

  /// The first word, and what follows each command.
  private var bashCommands: String {
    let first = allCommands.map(\.name) + ["--help", "--version"]
    let rows =
      [("''", first, true)]
      + allCommands.map { command in
        var words = command.options.flatMap(\.words) + ["--help"]
        var offersOptionsAlways = false
        if case .oneOf(let suggestions)? = operands(of: command).first?.wordKind {
          words = suggestions + words
          offersOptionsAlways = true
        }
        return (command.name, words, offersOptionsAlways || command.operands.isEmpty)
      }
    return rows.map { pattern, words, always in
      let condition = always ? "" : "[[ \"$word\" == -* ]] && "
      return
        "      \(pattern)) \(condition)words=\(singleQuoted(words.joined(separator: " "))) ;;\n"
    }.joined()
  }
}
