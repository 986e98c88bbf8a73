;;; smoke.el --- drives the language server from Emacs through eglot  -*- lexical-binding: t -*-
;; run.mjs starts this and sets SERVER, NODE and FOLDER. Prints a line a check and ends with numbers as mocha does.

(require 'cl-lib)
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

;; What docs/editors.md tells users to write, with this server.
(define-derived-mode crm-mode prog-mode "crm" (setq-local comment-start "# "))
(define-derived-mode drbd-mode prog-mode "DRBD" (setq-local comment-start "# "))
(add-to-list 'auto-mode-alist '("\\.\\(crm\\|pcmk\\)\\'" . crm-mode))
(add-to-list 'auto-mode-alist '("/drbd\\(\\.conf\\|\\.d/.*\\.\\(res\\|conf\\)\\)\\'" . drbd-mode))
(add-to-list 'eglot-server-programs
             `((crm-mode :language-id "crm") . (,(getenv "NODE") ,(getenv "SERVER") "--stdio")))
(add-to-list 'eglot-server-programs
             `((drbd-mode :language-id "drbd") . (,(getenv "NODE") ,(getenv "SERVER") "--stdio")))

(setq eglot-sync-connect 30 eglot-autoshutdown t make-backup-files nil create-lockfiles nil)
(defvar passed 0)
(defvar failed 0)

(defmacro check (title &rest body)
  "Run BODY as the check TITLE."
  `(condition-case problem
       (progn ,@body (cl-incf passed) (princ (format "  ok %s\n" ,title)))
     (error (cl-incf failed) (princ (format "  FAILED %s: %S\n" ,title problem)))))

(defun until (what condition)
  "Wait until CONDITION gives something; WHAT it is."
  (let ((end (+ (float-time) 20)) (answer nil))
    (while (not (setq answer (funcall condition)))
      (when (> (float-time) end) (error "Not in 20 s: %s" what))
      (accept-process-output nil 0.05))
    answer))

(defun open-file (name text)
  "Open a new file NAME with TEXT, with the server running for it."
  (let ((path (expand-file-name name (getenv "FOLDER"))))
    (make-directory (file-name-directory path) t)
    (write-region text nil path)
    (find-file path)
    (unless (eglot-current-server) (apply #'eglot (eglot--guess-contact)))
    (until "the server manages the buffer" #'eglot-managed-p)))

(defun messages-of-flymake ()
  "What Flymake shows in this buffer."
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun labels-at (needle)
  "Labels of the completions behind NEEDLE."
  (goto-char (point-min))
  (search-forward needle)
  (let* ((capf (eglot-completion-at-point)) (table (nth 2 capf)))
    (mapcar #'substring-no-properties (all-completions "" table))))

(princ "Emacs\n")
(check "a crm file has its finding"
  (open-file "a.crm" "primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1 cidr_netmaks=24\n")
  (until "the misspelt parameter"
         (lambda () (cl-some (lambda (text) (string-match-p "cidr_netmask" text)) (messages-of-flymake)))))
(check "completion offers the agent's parameters"
  (let ((labels (labels-at "ip=192.0.2.1 ")))
    (unless (cl-some (lambda (label) (string-prefix-p "nic" label)) labels) (error "Not among %S" labels))))
(check "hover explains a word"
  (goto-char (point-min))
  (search-forward "IPadd")
  (let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (unless (string-match-p "IPaddr2" (format "%S" answer)) (error "No hover: %S" answer))))
(check "a DRBD file has its finding"
  (open-file "drbd.d/r0.res" "resource r0 {\n  net {\n    protocoll C;\n  }\n}\n")
  (until "the misspelt option"
         (lambda () (cl-some (lambda (text) (string-match-p "protocol" text)) (messages-of-flymake)))))
(check "rename changes the file"
  (find-file (expand-file-name "b.crm" (getenv "FOLDER")))
  (kill-buffer)
  (open-file "b.crm" "primitive a ocf:heartbeat:Dummy\ngroup g a\n")
  (goto-char (point-min))
  (search-forward "primitive ")
  (eglot-rename "renamed")
  (until "the group's member is renamed" (lambda () (string-match-p "group g renamed" (buffer-string)))))

(princ (format "\n  %d passing\n" passed))
(when (> failed 0) (princ (format "  %d failing\n" failed)))
(kill-emacs (if (> failed 0) 1 0))
