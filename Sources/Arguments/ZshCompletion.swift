extension Program {
  /// The script for a file `_build-site` in `$fpath`, or for `source <(build-site completion zsh)`.
  var zshCompletion: String {
    """
    #compdef \(name)
    \(functionName)() {
      local context state state_descr line
      typeset -A opt_args
      _arguments -C '(- *)'{-h,--help}'[show help]' '(- *)--version[show the version]' \\
        '1: :->command' '*:: :->arguments'
      case $state in
        command)
          local -a commands
          commands=(
    \(zshCommands)      )
          _describe command commands ;;
        arguments)
          case $words[1] in
    \(zshArguments)      esac ;;
      esac
    }
    if [[ "$funcstack[1]" == "\(functionName)" ]]; then
      \(functionName) "$@"
    else
      compdef \(functionName) \(name)
    fi

    """
  }

  private var zshCommands: String {
    allCommands.map { command in
      let text = "\(command.name):\(command.summary.replacing(":", with: "\\:"))"
      return "        \(singleQuoted(text))\n"
    }.joined()
  }

  private var zshArguments: String {
    allCommands.map { command in
      let options = command.options.map { option in
        let start = option.isRepeated ? "*" : ""
        let value = option.wordKind.map { ":\(option.valueName ?? ""):\($0.zshAction)" }
        let name = option.spelling + (value == nil ? "" : "=")
        return singleQuoted("\(start)\(name)[\(zshEscaped(option.help))]\(value ?? "")")
      }
      let operands = operands(of: command).map { operand in
        let isLast = operand.count == .any || operand.count == .several
        let start = isLast ? "*" : ""
        return singleQuoted("\(start):\(zshEscaped(operand.name)):\(operand.wordKind.zshAction)")
      }
      let specifications = ["'(- *)'{-h,--help}'[show help]'"] + options + operands
      let lines = specifications.joined(separator: " \\\n            ")
      return "        \(command.name))\n          _arguments \(lines) ;;\n"
    }.joined()
  }

  /// `[`, `]` and `:` have a meaning in a specification.
  private func zshEscaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}

extension WordKind {
  fileprivate var zshAction: String {
    switch self {
    case .path: "_files"
    case .oneOf(let words): "(\(words.joined(separator: " ")))"
    case .anything: ""
    }
  }
}
