;;; Drives Emacs through the scenario as its user would, and writes down what it shows; emacs.editor.ts judges that.  -*- lexical-binding: t -*-
(require 'generator)
(require 'json)
(require 'flymake)

(defvar trial-folder (file-name-as-directory (getenv "COPYDESK_TRIAL")))
(defvar trial-scenario
  (let ((json-object-type 'alist) (json-array-type 'list))
    (json-read-file (concat trial-folder "scenario.json"))))

(defun trial-wanted (&rest keys)
  (seq-reduce (lambda (value key) (alist-get key value)) keys trial-scenario))

(defun trial-tell (step &rest seen)
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (concat (json-encode (append (list :step step) seen)) "\n") nil (concat trial-folder "seen.jsonl") 'append 'silent)))

;; Eglot writes the rule into the text: “copydesk [rule]: message”.
(defun trial-finding (one)
  (let ((text (flymake-diagnostic-text one)) (beg (flymake-diagnostic-beg one)) (end (flymake-diagnostic-end one)))
    (list :rule (and (string-match "\\[\\(.*?\\)\\]" text) (match-string 1 text)) :message text
          :line (line-number-at-pos beg) :start beg :end end
          :quote (buffer-substring-no-properties (min beg (point-max)) (min end (point-max))))))

(defun trial-findings ()
  (vconcat (mapcar #'trial-finding (flymake-diagnostics))))

;; Right after an edit, Flymake’s findings stand where they stood before; they have come anew where they mark the right words.
(defun trial-in-place-p (one)
  (let ((finding (trial-finding one)))
    (seq-some (lambda (wanted) (and (equal (alist-get 'rule wanted) (plist-get finding :rule)) (equal (alist-get 'quote wanted) (plist-get finding :quote))))
              (trial-wanted 'findings))))

(defun trial-has (count)
  (lambda () (and (= count (length (flymake-diagnostics))) (seq-every-p #'trial-in-place-p (flymake-diagnostics)))))

(defun trial-go-to (rule)
  (dolist (one (flymake-diagnostics))
    (when (equal rule (plist-get (trial-finding one) :rule))
      (goto-char (flymake-diagnostic-beg one)))))

(defun trial-titles ()
  (vconcat (mapcar (lambda (action) (plist-get action :title)) (eglot-code-actions (point)))))

;; Takes an action from the menu: its title is typed, and the return key pressed.
(defun trial-take (title)
  (let ((last-nonmenu-event ?a))
    (setq unread-command-events (listify-key-sequence (kbd "RET")))
    (minibuffer-with-setup-hook (lambda () (insert title))
      (call-interactively #'eglot-code-actions))))

(defun trial-explanation ()
  (if (buffer-live-p eldoc--doc-buffer) (with-current-buffer eldoc--doc-buffer (buffer-string)) ""))

;; Yields what is to be waited for: meanwhile Emacs is in its own loop, where its timers run.
(iter-defun trial-steps ()
  (let ((all (length (trial-wanted 'findings))) (left (length (trial-wanted 'afterQuickFixAndConfig))))
    (iter-yield (trial-has (trial-wanted 'opened)))
    (trial-tell "opened" :findings (trial-findings))
    (unless (eq t (trial-wanted 'isOpenedOnly))
      (trial-go-to (trial-wanted 'quickFix 'rule))
      (call-interactively #'eldoc)
      (iter-yield (lambda () (string-match-p "must fix" (trial-explanation))))
      (trial-tell "hover" :text (trial-explanation))
      (trial-tell "menu" :titles (trial-titles))
      (trial-take (trial-wanted 'quickFix 'title))
      (iter-yield (trial-has (1- all)))
      (trial-tell "fixed" :findings (trial-findings) :text (buffer-string))
      (save-buffer)

      (write-region (trial-wanted 'config) nil "copydesk.yml" nil 'silent)
      (iter-yield (trial-has left))
      (trial-tell "configured" :findings (trial-findings))

      (trial-go-to (trial-wanted 'ignore 'rule))
      (trial-tell "ignore menu without a side file" :titles (trial-titles))
      (write-region "" nil "draft.txt.copydesk.yml" nil 'silent)
      (trial-tell "ignore menu" :titles (trial-titles))
      (cl-letf (((symbol-function 'y-or-n-p) (lambda (_) t)))
        (trial-take (trial-wanted 'ignore 'title)))
      (save-some-buffers t)
      (iter-yield (trial-has (1- left)))
      (trial-tell "ignored" :findings (trial-findings))

      (eglot-shutdown (eglot-current-server))
      (apply #'eglot (eglot--guess-contact))
      (flymake-start)
      (iter-yield (trial-has (1- left)))
      (trial-tell "started again" :findings (trial-findings)))))

(defvar trial-progress (trial-steps))
(defvar trial-condition #'always)
(defvar trial-waiting-since (float-time))

(defun trial-go-on ()
  (switch-to-buffer "draft.txt")
  (condition-case problem
      (when (or (funcall trial-condition) (> (- (float-time) trial-waiting-since) 20))
        (setq trial-condition (iter-next trial-progress) trial-waiting-since (float-time)))
    (iter-end-of-sequence (kill-emacs 0))
    (error
     (trial-tell "broken" :text (format "%S" problem))
     (kill-emacs 0))))

(setq inhibit-startup-screen t)
(add-hook 'emacs-startup-hook (lambda () (run-with-timer 0.1 0.1 #'trial-go-on)))
